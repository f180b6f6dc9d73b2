"""The page at the door on a volunteer's telephone: a real browser, a real server, a cut line."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import segno
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from rost.core.language import fold
from tests.journeys.conftest import PHONE, QUIET, Visits
from tests.journeys.door import (
    DOOR,
    EVERYTHING_KEPT,
    at_door,
    mark_by_code,
    mark_by_name,
    outcome,
    part,
    script,
    stage_at,
)

pytestmark = pytest.mark.browser


def test_the_pass_opens_and_its_secret_leaves_the_address(visit: Visits) -> None:
    stage = stage_at(visit.site, "Северный вход")
    page = at_door(visit(**PHONE), stage)

    assert stage.secret not in page.url
    page.reload()
    expect(page.locator("#door")).to_have_attribute("data-phase", "door")
    expect(part(page, "door-name")).to_have_text("Северный вход")


def test_twenty_minutes_without_a_line_and_a_clock_ten_minutes_ahead(visit: Visits) -> None:
    stage = stage_at(visit.site, "Южный вход")
    first, second, third, *_rest = stage.people
    page = visit(**PHONE)
    page.clock.install(time=datetime.now() + timedelta(minutes=10))
    at_door(page, stage)

    page.context.set_offline(True)
    mark_by_name(page, first)
    mark_by_code(page, second.code.lower())
    outcome(page, "good")
    expect(part(page, "name")).to_contain_text(second.surname)
    mark_by_code(page, second.code)
    outcome(page, "again")
    page.clock.fast_forward("20:00")
    page.reload()
    expect(page.locator("#door")).to_have_attribute("data-phase", "door")
    mark_by_name(page, third)
    expect(part(page, "waiting")).to_have_text("3")
    expect(part(page, "line")).to_have_attribute("data-up", "false")
    assert stage.marks() == []
    page.context.set_offline(False)

    expect(part(page, "waiting")).to_have_text("0", timeout=30_000)
    assert stage.marks() == [
        [first.id, "in", "name", 20],
        [second.id, "in", "code", 20],
        [third.id, "in", "name", 0],
    ]
    expect(part(page, "inside")).to_have_text("3")


def test_what_is_kept_cannot_be_read_and_nothing_is_left(visit: Visits) -> None:
    stage = stage_at(visit.site, "Западный вход")
    person = stage.people[0]
    page = at_door(visit(**PHONE), stage)
    page.context.set_offline(True)
    mark_by_name(page, person)
    expect(part(page, "waiting")).to_have_text("1")

    kept = page.evaluate(EVERYTHING_KEPT)

    text = "\n".join(kept)
    assert sum(row.startswith("people: ") for row in kept) == stage.listed
    assert "keys: key, readable: false" in kept
    assert [person.surname in text, person.code in text, stage.secret in text] == [False] * 3
    assert [row for row in kept if row.startswith("cache: ") and "/static/" not in row] == [
        f"cache: {visit.site.address}{DOOR}"
    ]

    page.context.set_offline(False)
    part(page, "finish").evaluate("button => button.closest('details').open = true")
    part(page, "finish").click()
    part(page, "leave").click()
    expect(page.locator("#door")).to_have_attribute("data-phase", "ended", timeout=30_000)
    assert page.evaluate("indexedDB.databases()") == []
    assert person.surname not in page.content()
    assert stage.marks() == [[person.id, "in", "name", 0]]


def test_a_lost_badge_an_unknown_one_and_a_mark_taken_back(visit: Visits) -> None:
    stage = stage_at(visit.site, "Стойка")
    person, lost = stage.people[0], stage.people[4]
    page = at_door(visit(**PHONE), stage)
    page.context.set_offline(True)

    mark_by_code(page, lost.code)
    outcome(page, "replaced")
    mark_by_code(page, "2222 2222 2222 22")
    outcome(page, "unknown")
    expect(part(page, "waiting")).to_have_text("0")
    part(page, "anyway").click()
    outcome(page, "spare")
    part(page, "undo").click()
    outcome(page, "undone")
    expect(part(page, "waiting")).to_have_text("0")
    page.context.set_offline(False)
    mark_by_name(page, person)
    expect(part(page, "marks-accepted")).to_have_text("1", timeout=30_000)
    part(page, "undo").click()

    expect(part(page, "marks-accepted")).to_have_text("2", timeout=30_000)
    assert stage.marks() == [[person.id, "in", "name", 0], [person.id, "out", "name", 0]]


def test_two_windows_of_one_telephone_make_one_mark(visit: Visits) -> None:
    stage = stage_at(visit.site, "Восточный вход")
    person = stage.people[0]
    page = at_door(visit(**PHONE), stage)
    other = page.context.new_page()
    other.goto(DOOR)
    expect(other.locator("#door")).to_have_attribute("data-phase", "door")
    page.context.set_offline(True)

    mark_by_name(page, person)
    mark_by_name(other, person)

    outcome(other, "again")
    expect(part(other, "waiting")).to_have_text("1")
    page.context.set_offline(False)
    expect(part(page, "waiting")).to_have_text("0", timeout=30_000)
    assert stage.marks() == [[person.id, "in", "name", 0]]


def test_a_revoked_pass_leaves_nothing(visit: Visits) -> None:
    stage = stage_at(visit.site, "Малый вход")
    page = at_door(visit(**PHONE), stage)
    stage.revoke()

    mark_by_name(page, stage.people[0])

    expect(page.locator("#door")).to_have_attribute("data-phase", "ended", timeout=30_000)
    assert page.evaluate("indexedDB.databases()") == []
    assert stage.marks() == []


def test_the_pass_runs_out_while_the_line_is_down(visit: Visits) -> None:
    """The list goes at once; what waits is kept until it can be sent."""
    stage = stage_at(visit.site, "Дальний вход")
    page = visit(**PHONE)
    page.clock.install(time=datetime.now())
    at_door(page, stage)
    page.context.set_offline(True)
    mark_by_name(page, stage.people[0])

    page.clock.fast_forward("07:00:00")

    expect(page.locator("#door")).to_have_attribute("data-phase", "over")
    kept = page.evaluate(EVERYTHING_KEPT)
    assert [row for row in kept if row.startswith("people: ")] == []
    assert sum(row.startswith("marks: ") for row in kept) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_the_door(visit: Visits, scheme: str) -> None:
    stage = stage_at(visit.site, f"Вход {scheme}")
    page = at_door(visit(**PHONE, reduced_motion="reduce", color_scheme=scheme), stage)
    page.locator("details").evaluate("one => one.open = true")
    faults = list(found_by_axe(page, "no answer yet"))

    mark_by_name(page, stage.people[0])
    faults += found_by_axe(page, "come in")
    mark_by_code(page, stage.people[0].code)
    outcome(page, "again")
    faults += found_by_axe(page, "again")
    mark_by_code(page, "2222 2222 2222 22")
    outcome(page, "unknown")
    faults += found_by_axe(page, "unknown")
    for width in (320, 640, 1440):
        page.set_viewport_size({"width": width, "height": 740})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"scrolls sideways at {width}")

    assert faults == []


def found_by_axe(page: Page, state: str) -> Iterator[str]:
    for one in Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]:
        yield f"{state}: {one['id']} at {[str(node['target'][0]) for node in one['nodes'][:3]]}"


def test_the_camera_reads_a_badge(visit: Visits, browser: Browser, tmp_path: Path) -> None:
    """The browser's own detector, or the reader that `prepare` fetched where npm is."""
    stage = stage_at(visit.site, "Вход с камерой")
    person = stage.people[0]
    film = tmp_path / "badge.y4m"
    show_to_camera(f"{visit.site.address}/b/{person.code}", film)
    with_camera = browser.browser_type.launch(
        executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
        args=[
            *QUIET,
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            f"--use-file-for-fake-video-capture={film}",
        ],
    )
    visit.browser = with_camera
    page = at_door(visit(**PHONE), stage)
    can_read = page.evaluate("'BarcodeDetector' in window || 'reader' in door.dataset")
    if not can_read:
        with_camera.close()
        pytest.skip("no reader of square codes: npm was not there when the site was prepared")
    if page.evaluate("!('BarcodeDetector' in window)"):
        page.wait_for_function(
            "caches.open('rost-door-reader').then((shelf) => shelf.keys())"
            ".then((keys) => keys.length === 2)"
        )
        page.context.set_offline(True)  # what the camera needs was put aside
        page.reload()

    part(page, "begin").click()

    outcome(page, "good")
    expect(part(page, "name")).to_contain_text(person.surname)
    page.context.set_offline(False)
    expect(part(page, "waiting")).to_have_text("0", timeout=30_000)
    assert stage.marks() == [[person.id, "in", "code", 0]]
    page.context.close()
    visit.contexts.clear()
    with_camera.close()


def show_to_camera(text: str, film: Path, *, width: int = 640, height: int = 480) -> None:
    """A film of one frame for Chromium's pretended camera: the code, a little turned."""
    code = segno.make(text, error="m")
    picture = film.with_suffix(".png")
    code.save(str(picture), scale=8, border=4)
    frame = Image.new("L", (width, height), 150)
    badge = Image.open(picture).convert("L").rotate(7, expand=True, fillcolor=255)
    frame.paste(badge, ((width - badge.width) // 2, (height - badge.height) // 2))
    grey = bytes([128]) * (width * height // 4)
    head = f"YUV4MPEG2 W{width} H{height} F10:1 Ip A1:1 C420jpeg\n".encode()
    film.write_bytes(head + (b"FRAME\n" + frame.tobytes() + grey + grey) * 10)


HERE, THERE = {"code": "A1", "place": "Большой зал"}, {"code": "B2", "place": "Малый зал"}
HALL, BUS = {"kind": "hall", "name": "Большой зал"}, {"kind": "route", "name": "Автобус"}
TEN, SOON, LATER = "2020-02-18T10:00:00Z", "2020-02-18T10:25:00Z", "2020-02-18T11:30:00Z"


def somebody(*seats: str, name: str = "Ахметова Р. А.", kind: str = "person") -> dict[str, Any]:
    return {"kind": kind, "person": {"id": 1, "name": name, "seats": seats}}


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ({"found": somebody()}, {"outcome": "good", "marks": True}),
        ({"found": somebody("A1", "B2")}, {"outcome": "good", "marks": True}),
        (
            {"found": somebody("B2")},
            {"outcome": "elsewhere", "place": "Малый зал", "asks": True},
        ),
        ({"found": somebody("B2"), "begins": LATER}, {"outcome": "good", "marks": True}),
        ({"found": somebody("B2"), "direction": "out"}, {"outcome": "out", "marks": True}),
        ({"found": somebody(name=""), "door": BUS}, {"outcome": "elsewhere", "asks": True}),
        ({"found": somebody(), "full": True}, {"outcome": "full", "asks": True}),
        ({"found": somebody(kind="ended")}, {"outcome": "replaced"}),
        ({"found": {"kind": "unlisted"}}, {"outcome": "early", "marks": True}),
        ({"found": {"kind": "unlisted"}, "full": True}, {"outcome": "full", "asks": True}),
        ({"found": {"kind": "unknown"}}, {"outcome": "unknown", "asks": True}),
        ({"found": {"kind": "spare"}}, {"outcome": "spare", "marks": True}),
        (
            {"found": somebody(), "last": {"direction": "in", "said_at": "2020-02-18T09:58:30Z"}},
            {"outcome": "again"},
        ),
        (
            {"found": somebody(), "last": {"direction": "in", "said_at": "2020-02-18T09:57:30Z"}},
            {"outcome": "good", "marks": True},
        ),
        (
            {"found": somebody(), "last": {"direction": "out", "said_at": "2020-02-18T09:59:50Z"}},
            {"outcome": "good", "marks": True},
        ),
    ],
)
def test_what_is_said_to_whom(
    visit: Visits, case: dict[str, Any], expected: dict[str, Any]
) -> None:
    """At ten o'clock at the door of the large hall; both sessions begin at 10:25 or later."""
    hours = {"starts": case.pop("begins", SOON), "ends": "2020-02-18T12:00:00Z"}
    usual = {"direction": "in", "last": None, "door": HALL, "full": False}
    page = visit()
    page.goto(DOOR)

    said = page.evaluate(
        "async ([file, told, now]) =>"
        " (await import(file)).judge({ ...told, now: Date.parse(now) })",
        [script(page, "judge"), {**usual, "sessions": sessions(hours), **case}, TEN],
    )

    assert said == expected


def sessions(hours: dict[str, str]) -> list[dict[str, str]]:
    return [HERE | hours, THERE | hours]


def test_the_telephone_folds_names_as_the_site_does(visit: Visits) -> None:
    names = [
        "Әхмәтова Рәмилә",
        "Ёлкина-Ҡаһарманова Ө.",
        "ҒӘБИҘУЛЛИНА",
        "Шаһи́нур № 5",
        " и́ҫке  Ҡала",
    ]
    page = visit()
    page.goto(DOOR)

    folded, switched = page.evaluate(
        "async ([file, names]) => { const { asRussian, fold } = await import(file);"
        " return [names.map(fold), asRussian('F[vtnjdf')]; }",
        [script(page, "fold"), names],
    )

    assert folded == [fold(name) for name in names]
    assert switched == "ахметова"


def test_a_name_is_found_however_it_is_typed(visit: Visits) -> None:
    page = visit()
    page.goto(DOOR)

    found = page.evaluate(
        """async (file) => {
            const people = await import(file);
            const of = (id, name, place) => ({ id, name, place, codes: [], ended: [], serial: id });
            people.take([
                of(1, "Әхмәтова Р. А.", "Аскаровский сельсовет"),
                of(2, "Ахметов Р. К.", "город Уфа"),
                of(3, "Козлов А. П.", "Илишевский район"),
            ], []);
            const asked = ["ахметов", "эхм", "f[vtnjdf", "Ахметова Рамиля", "уфа",
                           "Козлов Кирилл", ""];
            return asked.map((text) => people.search(text).map((one) => one.id));
        }""",
        script(page, "people"),
    )

    assert found == [[1, 2], [1, 2], [1], [1], [2], [], []]


def test_without_scripts_the_page_says_where_to_go(visit: Visits) -> None:
    page = visit(java_script_enabled=False)

    page.goto(DOOR)

    expect(page.locator("noscript .notice")).to_be_visible()
    assert page.locator("main a[href$='/doors/']:visible").count() == 1
