"""Two days of the forum: five hundred people, three browsers at once, and figures that agree.

An organiser prints badges and a sheet, two volunteers stand at doors – one of them without a line
for twenty minutes and with a clock ten minutes ahead –, a bus leaves with its 45 seats; then the
sheet is entered, people say how it was, certificates are sent, one is revoked, one is checked by
a stranger. What the account says is counted here a second time, from what the journey did.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from bench.ground import ROOT, free_port
from tests.journeys.conftest import PHONE, Visits
from tests.journeys.forms import form_with, press, send
from tests.journeys.site import Site, served
from tests.journeys.two_days import (
    AFTERWARDS,
    BEFORE,
    BUS,
    CATEGORIES,
    CERTIFICATES,
    CODES,
    DESK,
    DISTRICTS,
    ENTERED,
    ENTRANCE,
    FIRST_DAY,
    HALL,
    LEAST_HOURS,
    LOG,
    OPENING,
    PREPARE,
    SEATED,
    SECOND_DAY,
    SHEET,
    SHEET_ROWS,
    SIGNED,
    SOME_ANSWERS,
    WORK_DONE,
    Plan,
    at_door,
    part,
    run_all,
    type_all,
    wait_for,
)
from tests.prepared import environment_of

pytestmark = pytest.mark.browser


@dataclass
class Forum:
    """The same data served at one moment after another, at the same address."""

    folder: Path
    port: int

    @contextmanager
    def at(self, moment: str, browser: Browser) -> Iterator[tuple[Site, Visits]]:
        with served(self.folder, demonstration=True, port=self.port, at=moment) as site:
            visits = Visits(browser, site)
            yield site, visits
            for context in visits.contexts:
                context.close()
            assert visits.faults == [], site.complaints()


@pytest.fixture(scope="module")
def forum(tmp_path_factory: pytest.TempPathFactory) -> Forum:
    """Five hundred people registered; nothing printed yet."""
    folder, port = tmp_path_factory.mktemp("forum"), free_port()
    environment = environment_of(folder, demonstration=True, address=f"http://localhost:{port}")
    command = [sys.executable, "-m", "tests.journeys.travelling", BEFORE, "prepare"]
    subprocess.run([*command, "--stage", "open"], cwd=ROOT, env=environment, check=True)
    return Forum(folder, port)


def test_two_days(forum: Forum, browser: Browser) -> None:
    with forum.at(FIRST_DAY, browser) as (site, visit):
        plan = Plan(**prepared(site))
        organiser = visit("organiser")
        paper(site, organiser)
        plan.codes = dict(json.loads(site.run(CODES)))
        first_day(organiser, visit, plan)
    with forum.at(SECOND_DAY, browser) as (site, visit):
        second_day(visit("organiser"), visit, plan)
    with forum.at(AFTERWARDS, browser) as (site, visit):
        organiser = visit("organiser")
        enter_the_sheet(site, organiser, plan)
        say_how_it_was(site, organiser, visit, plan)
        certify(site, organiser, visit, plan)
        figures_agree(organiser, plan)
        acts = json.loads(site.run(LOG))

    assert {"export", "issue", "mark", "print", "send", "view"} >= set(acts)
    assert {"issue", "mark", "print", "send", "view"} <= set(acts)


def prepared(site: Site) -> dict[str, Any]:
    said = json.loads(site.run(PREPARE))
    own = {
        email: pk
        for pk, email in said["own"]
        if email in ("head@rost.example", "resident@rost.example")
    }
    return said | {"own": own}


def paper(site: Site, organiser: Page) -> None:
    """Doors, badges for everybody, and a sheet for the hall without a telephone."""
    organiser.goto(f"{DESK}doors/")
    press(organiser, organiser.locator(f"form[action$='{DESK}doors/usual/'] button"))
    organiser.goto(f"{DESK}papers/")
    form = organiser.locator(f"form[action$='{DESK}papers/badges/']")
    press(organiser, form.locator("button").last)
    done(site)
    organiser.goto(f"{DESK}papers/")
    form = organiser.locator(f"form[action$='{DESK}papers/sheets/']")
    form.locator("tr", has_text=SHEET).locator("input[name='sheets-targets']").check()
    form.locator("[name='sheets-everybody']").check()
    press(organiser, form.locator("button").first)
    done(site)


def done(site: Site, seconds: float = 60) -> None:
    """Work in the background is over."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        state, *counts = site.run(WORK_DONE).split()
        if state not in ("queued", "running"):
            assert state == "done", (state, counts)
            return
        time.sleep(0.3)
    raise AssertionError("the work is not done")


def pass_for(organiser: Page, door: str, label: str, day: int) -> str:
    """The address on the paper that a volunteer gets."""
    organiser.goto(f"{DESK}doors/")
    form = form_with(organiser, "label", "when")
    form.locator("[name=label]").fill(label)
    form.locator("[name=when]").select_option(index=day)
    if door == ENTRANCE:
        form.locator("[name=doors]").first.check()
    else:
        form.get_by_label(door, exact=True).check()
    press(organiser, form.locator("button").last)
    return organiser.locator(".address").inner_text()


def first_day(organiser: Page, visit: Visits, plan: Plan) -> None:
    now = datetime.fromisoformat(FIRST_DAY) + timedelta(minutes=1)
    ahead, everybody = now + timedelta(minutes=10), len(plan.everybody)
    entrance_pass = pass_for(organiser, ENTRANCE, "Айгуль", 0)
    entrance = at_door(visit, entrance_pass, now, listed=everybody)
    hall = at_door(visit, pass_for(organiser, HALL, "Данил", 0), ahead, listed=everybody)
    hall.context.set_offline(True)
    run_all(entrance, [plan.codes[one] for one in plan.entered])
    run_all(hall, [plan.codes[one] for one in plan.seated])
    assert [*wait_for(hall), *wait_for(entrance)] == []
    expect(part(hall, "waiting")).to_have_text(str(SEATED))
    hall.clock.fast_forward("20:00")
    hall.context.set_offline(False)

    expect(part(hall, "waiting")).to_have_text("0", timeout=30_000)
    expect(part(entrance, "waiting")).to_have_text("0", timeout=30_000)
    type_all(entrance, [plan.codes[plan.entered[0]]])
    expect(part(entrance, "outcome")).to_have_attribute("data-outcome", "again")
    expect(part(entrance, "came")).to_have_text(str(ENTERED))
    expect(part(hall, "inside")).to_have_text(str(SEATED), timeout=30_000)
    organiser.goto(f"{DESK}attendance/")
    seen = organiser.locator("#live").inner_text()
    assert [str(number) in seen for number in (ENTERED, SEATED)] == [True, True]


def second_day(organiser: Page, visit: Visits, plan: Plan) -> None:
    now = datetime.fromisoformat(SECOND_DAY) + timedelta(minutes=1)
    bus = at_door(visit, pass_for(organiser, BUS, "Урал", 0), now, listed=len(plan.bus))
    everybody = len(plan.everybody)
    hall = at_door(visit, pass_for(organiser, HALL, "Данил", 0), now, listed=everybody)
    run_all(bus, [plan.codes[one] for one in plan.bus])
    run_all(hall, [plan.codes[one] for one in plan.second_day])
    assert [*wait_for(bus), *wait_for(hall)] == []

    for door, people in ((bus, plan.bus), (hall, plan.second_day)):
        expect(part(door, "waiting")).to_have_text("0", timeout=30_000)
        expect(part(door, "came")).to_have_text(str(len(people)), timeout=30_000)
    assert len(plan.bus) == 45


def enter_the_sheet(site: Site, organiser: Page, plan: Plan) -> None:
    sheet, people = json.loads(site.run(SHEET_ROWS))
    aboard = set(plan.bus)
    rows = [row for row, one in enumerate(people, start=1) if one not in aboard][:SIGNED]
    plan.signed = {people[row - 1] for row in rows}
    organiser.goto(f"{DESK}sheets/{sheet}/")
    form = form_with(organiser, "rows")
    form.locator("[name=rows]").fill(", ".join(map(str, rows)))
    press(organiser, form.locator("button").first)
    assert press(organiser, organiser.locator("main button[name=apply]")) == 200


def say_how_it_was(site: Site, organiser: Page, visit: Visits, plan: Plan) -> None:
    others = [one for one in plan.seated if one not in plan.own.values()][:5]
    code = site.run(SOME_ANSWERS.replace("OPENING", OPENING).replace("CHOSEN", str(others)))
    question = f"/forum/2020/sessions/{code}/feedback/"
    for persona, mark in (("head", 5), ("resident", 3)):
        page = visit(persona, **PHONE, java_script_enabled=persona == "head")
        page.goto(question)
        press(page, page.locator(f"button[name=mark][value='{mark}']"))
    page = visit("head", **PHONE)
    page.goto(question)
    assert Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] == []
    send(page, words="Не хватило времени на вопросы")
    organiser.goto(f"{question}results/")
    seen = organiser.locator("main").inner_text()

    assert "Не хватило времени на вопросы" in seen
    figures = organiser.locator(".answers-table td.num").all_inner_texts()
    assert figures == ["3", "2", "1", "1", "0"]
    assert f"{round(100 * 7 / SEATED)}" in organiser.locator("dl dd").nth(1).inner_text()


def certify(site: Site, organiser: Page, visit: Visits, plan: Plan) -> None:
    organiser.goto(f"{DESK}certificates/rules/")
    send(
        organiser,
        least_hours=LEAST_HOURS,
        signatory_post="Исполнительный директор",
        signatory_name="Р.М. Демонстрационный",
    )
    organiser.goto(f"{DESK}certificates/?state=ready")
    organiser.locator("[name=send]").check()
    press(organiser, organiser.locator("button[name=every]"))
    done(site)
    issued = {email: (code, pk) for email, code, pk in json.loads(site.run(CERTIFICATES)) if email}
    code, _pk = issued["head@rost.example"]
    letter = site.letter_to("head@rost.example")
    page = visit("head", **PHONE)
    page.goto("/documents/mine/")
    paper = page.context.request.get(f"/documents/issued/{code}/file/").body()
    assert "/documents/" in letter
    assert "Рамиля" in text_of(paper)

    check, (other, number) = visit(), issued["resident@rost.example"]
    check.goto(f"/documents/check/{code}/")
    expect(check.locator("main .notice.good")).to_be_visible()
    assert "Ахметова" not in check.locator("main").inner_text()
    organiser.goto(f"{DESK}certificates/{number}/revocation/")
    send(organiser, why="Отметки поставлены по чужому бейджу")
    check.goto(f"/documents/check/{other}/")
    expect(check.locator("main .notice.bad")).to_be_visible()


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def figures_agree(organiser: Page, plan: Plan) -> None:
    """Page, PDF and spreadsheet say what the journey did."""
    hours, entitled = plan.hours(), plan.entitled()
    expected = {
        "invited": plan.invited,
        "registered": len(plan.everybody),
        "came": len(plan.came),
        "hours": sum(hours.values()),
        "certificates": len(entitled) - 1,
    }
    organiser.goto(f"{DESK}account/")
    expect(organiser.locator("main .notice.good")).to_be_visible()
    shown = [number(one) for one in organiser.locator("dl.account-figures dd").all_inner_texts()]
    assert [name for name, value in expected.items() if value not in shown] == []

    request = organiser.context.request
    pdf = text_of(request.get(f"{DESK}account/file/pdf/").body())
    plain = pdf.replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
    assert [name for name, value in expected.items() if str(value) not in plain] == []
    book = openpyxl.load_workbook(io.BytesIO(request.get(f"{DESK}account/file/xlsx/").body()))
    cells = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert [name for name, value in expected.items() if value not in cells] == []
    assert groups_in(book.worksheets[CATEGORIES]) == plan.by_group(2)
    assert groups_in(book.worksheets[DISTRICTS]) == plan.by_group(1)


def groups_in(sheet: Any) -> dict[str, tuple[int, int, int]]:
    """Registered, came and hours of each line between the heading and the total."""
    rows = list(sheet.iter_rows(min_row=2, values_only=True))[:-1]
    return {row[0]: (row[2], row[5], row[6]) for row in rows if row[2]}


def number(text: str) -> int | str:
    digits = text.replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
    return int(digits) if digits.isdecimal() else text
