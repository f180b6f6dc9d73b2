"""The page at the door where answers get lost, the list does not come, and marks are refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from rost.forum.rules.attendance import MOST_DEVICES
from tests.journeys.conftest import PHONE, Visits
from tests.journeys.door import DOOR, at_door, mark_by_code, mark_by_name, outcome, part, stage_at

pytestmark = pytest.mark.browser

DEVICES, LIST, MARKS = "**/door/devices/", "**/door/list/", "**/door/marks/"
UNKNOWN = "22222222222222"


def cut(route: Route) -> None:
    route.abort("internetdisconnected")


def in_phase(page: Page, name: str) -> None:
    expect(page.locator("#door")).to_have_attribute("data-phase", name, timeout=30_000)


def losing(answers: list[int]) -> Callable[[Route], None]:
    """The server hears everything and answers; the answer never arrives."""

    def lose(route: Route) -> None:
        answers.append(route.fetch().status)
        cut(route)

    return lose


def test_lost_answers_use_up_one_place_of_the_pass(visit: Visits) -> None:
    stage = stage_at(visit.site, "Вход на холме")
    page = visit(**PHONE, service_workers="block")
    page.clock.install()
    answers: list[int] = []
    page.route(DEVICES, losing(answers))

    page.goto(f"{DOOR}#{stage.secret}")
    while len(answers) <= MOST_DEVICES:
        in_phase(page, "opening")
        expect(page.locator("[data-when=opening] [data-why]")).not_to_be_empty(timeout=30_000)
        if len(answers) == 2:
            page.reload()
        else:
            page.clock.fast_forward("00:06")
        page.wait_for_timeout(200)
    page.unroute(DEVICES)
    page.clock.fast_forward("00:06")

    in_phase(page, "door")
    assert set(answers) == {201}
    assert stage.run("print(passes.get().devices.count())") == "1"
    mark_by_name(page, stage.people[0])
    expect(part(page, "marks-accepted")).to_have_text("1", timeout=30_000)
    assert page.evaluate("localStorage.length") == 0


def test_a_badge_shown_while_the_list_loads_waits_for_it(visit: Visits) -> None:
    stage = stage_at(visit.site, "Вход у реки")
    person = stage.people[0]
    page = visit(**PHONE, service_workers="block")
    page.clock.install()
    held: list[Route] = []
    page.route(LIST, lambda route: held.append(route))
    page.goto(f"{DOOR}#{stage.secret}")
    in_phase(page, "door")
    page.clock.pause_at(datetime.now() + timedelta(seconds=3))

    mark_by_code(page, person.code)
    outcome(page, "loading")
    expect(part(page, "listless")).to_be_visible()
    held[-1].continue_()

    outcome(page, "good")
    expect(part(page, "name")).to_have_text(person.short)
    expect(part(page, "listless")).to_be_hidden()


def test_without_the_list_a_code_is_marked_and_named_later(visit: Visits) -> None:
    stage = stage_at(visit.site, "Вход у леса")
    person, other = stage.people[:2]
    page = visit(**PHONE, service_workers="block")
    page.clock.install()
    page.route(LIST, cut)
    page.route(MARKS, cut)
    page.goto(f"{DOOR}#{stage.secret}")
    in_phase(page, "door")

    expect(part(page, "line")).to_have_attribute("data-up", "false")
    mark_by_code(page, person.code)
    outcome(page, "early")
    mark_by_code(page, UNKNOWN)
    outcome(page, "early")
    part(page, "typed").fill(other.short)
    expect(part(page, "found-words")).not_to_be_empty()
    expect(part(page, "found").locator("li")).to_have_count(0)
    page.unroute(LIST)
    page.unroute(MARKS)
    page.clock.fast_forward("00:20")

    early = part(page, "early-lines").locator("li")
    expect(early).to_have_text(
        [re.compile(rf"\d\d:\d\d {person.short}$"), re.compile(rf"{UNKNOWN}: .")], timeout=30_000
    )
    expect(part(page, "found").locator("li")).to_contain_text([other.short])
    expect(part(page, "marks-refused")).to_have_text("1", timeout=30_000)
    mark_by_name(page, person)
    outcome(page, "again")
    assert stage.marks() == [[person.id, "in", "code", 0]]


def test_what_the_old_door_refused_is_told_at_the_new_one(visit: Visits) -> None:
    old, new = stage_at(visit.site, "Старая дверь"), stage_at(visit.site, "Новая дверь")
    page = at_door(visit(**PHONE), old)
    page.context.set_offline(True)
    mark_by_name(page, old.people[0])
    mark_by_code(page, UNKNOWN)
    outcome(page, "unknown")
    part(page, "anyway").click()
    expect(part(page, "waiting")).to_have_text("2")

    page.goto(f"{DOOR}#{new.secret}")
    in_phase(page, "occupied")
    page.context.set_offline(False)
    page.reload()

    in_phase(page, "door")
    expect(part(page, "door-name")).to_have_text("Новая дверь")
    expect(part(page, "lost-lines")).to_contain_text(re.compile(r"Старая дверь: \D+: 1,"))
    expect(part(page, "lost-lines")).to_contain_text(UNKNOWN)
    assert old.marks() == [[old.people[0].id, "in", "name", 0]]
    part(page, "lost-told").click()
    page.reload()
    in_phase(page, "door")
    expect(part(page, "lost")).to_be_hidden()


def test_leaving_a_revoked_door_tells_what_was_lost(visit: Visits) -> None:
    old, new = stage_at(visit.site, "Отозванная дверь"), stage_at(visit.site, "Другая дверь")
    page = at_door(visit(**PHONE), old)
    page.context.set_offline(True)
    for person in old.people[:3]:
        mark_by_name(page, person)
    expect(part(page, "waiting")).to_have_text("3")
    old.revoke()

    page.goto(f"{DOOR}#{new.secret}")
    in_phase(page, "occupied")
    page.context.set_offline(False)
    page.reload()

    in_phase(page, "door")
    expect(part(page, "lost-lines")).to_contain_text(re.compile(r"Отозванная дверь: \D+: 3,"))
    assert old.marks() == []


def test_a_revoked_pass_tells_how_many_marks_it_took_along(visit: Visits) -> None:
    stage = stage_at(visit.site, "Дверь с потерями")
    page = at_door(visit(**PHONE), stage)
    page.context.set_offline(True)
    for person in stage.people[:2]:
        mark_by_name(page, person)
    expect(part(page, "waiting")).to_have_text("2")
    stage.revoke()
    page.context.set_offline(False)

    in_phase(page, "ended")
    lost = re.compile(r"Дверь с потерями: \D+: 2,")
    expect(part(page, "lost-lines")).to_contain_text(lost)
    assert page.evaluate("indexedDB.databases()") == []
    assert [one.surname for one in stage.people if one.surname in page.content()] == []
    page.reload()
    in_phase(page, "unpaired")
    expect(part(page, "lost-lines")).to_contain_text(lost)
