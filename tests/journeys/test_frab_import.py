"""A programme of another system is read, looked at, mended, approved and given out again."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Page

from tests.journeys.conftest import Visits
from tests.journeys.forms import press, send

pytestmark = pytest.mark.browser

ODD = Path(__file__).parent / "files" / "odd_schedule.xml"
REAL = "rc3-2021"  # begins the name of a programme of about a thousand sessions
PATIENCE = 120_000  # milliseconds, for a programme of a thousand sessions


def create_forum(page: Page, slug: str, first: date, last: date) -> None:
    page.goto("/forum/desk/new/")
    send(
        page,
        name="Чужая программа",
        slug=slug,
        starts_on=first,
        ends_on=last,
        place="Уфа",
        is_public=True,
    )


def bring_in(page: Page, slug: str, file: Path) -> None:
    """Send the file, look, say so."""
    page.goto(f"/forum/{slug}/desk/exchange/")
    page.locator("main input[type=file]").set_input_files(file)
    press(page, page.locator("main form:has(input[type=file]) button"))
    assert page.locator("main tbody tr").count() > 0, (
        "the sessions are shown before anything is done"
    )
    press(page, page.locator("main form[action$='/application/'] button"))


def rename_a_session(page: Page, slug: str, title: str) -> None:
    page.goto(f"/forum/{slug}/desk/sessions/")
    press(page, page.locator("main table a[href*='/desk/sessions/']").first)
    send(page, title=title, abstract="Исправлено организатором")


def give_a_hall(page: Page, slug: str, title: str) -> None:
    """What the file left without a room is put into the first hall at its own hour."""
    page.goto(f"/forum/{slug}/desk/sessions/")
    code = page.locator("main table tr").filter(has_text=title).locator("code").inner_text()
    page.goto(f"/forum/{slug}/desk/programme/")
    assert send(page, line=f"{code} 12:30 A") == 200


def mend_and_approve(page: Page, slug: str) -> None:
    """Rules that the other forum did not keep are only warnings here."""
    page.goto(f"/forum/{slug}/desk/rules/")
    for choice in page.locator("main form select").all():
        choice.select_option("warn")
    press(page, page.locator("main form button").last)
    page.goto(f"/forum/{slug}/desk/versions/draft/")
    send(page, note="ввезена")
    assert page.locator("main form [name=note]").count() == 0


def faults_against_the_schema(page: Page, slug: str, reference: Path) -> tuple[int, list[str]]:
    """How many events the schedule that is given out has, and what is wrong with it."""
    answer = page.request.get(f"/forum/{slug}/schedule.xml")
    assert answer.ok
    document = etree.fromstring(answer.body())
    schema = etree.XMLSchema(etree.parse(str(reference / "frab/schedule.xml.xsd")))
    schema.validate(document)
    return len(document.findall(".//event")), [str(error) for error in schema.error_log]


def test_an_odd_file_becomes_a_valid_programme(visit: Visits, reference: Path) -> None:
    page = visit("administrator")
    create_forum(page, "libraries", date(2020, 9, 10), date(2020, 9, 11))

    bring_in(page, "libraries", ODD)
    rename_a_session(page, "libraries", "Открытие, исправленное")
    give_a_hall(page, "libraries", "Чай и разговоры")
    mend_and_approve(page, "libraries")

    assert faults_against_the_schema(page, "libraries", reference) == (3, [])
    stranger = visit()
    stranger.goto("/forum/libraries/programme/")
    shown = stranger.locator("main").inner_text()
    assert "Открытие, исправленное" in shown
    assert "Краеведение без денег" in shown
    assert stranger.locator("a[href^='javascript:']").count() == 0


def test_a_real_programme_comes_in_and_goes_out(visit: Visits, reference: Path) -> None:
    page = visit("administrator")
    folder = os.environ.get("FRAB_FILES", "")
    found = sorted(Path(folder).glob(f"{REAL}*.json")) if folder else []
    if not found:
        pytest.skip("no real frab programme: set FRAB_FILES to a folder that has one")
    page.context.set_default_timeout(PATIENCE)
    text = found[0].read_text(encoding="utf-8")
    days = sorted(set(re.findall(r'"date":\s*"(\d{4}-\d\d-\d\d)', text)))
    create_forum(page, "real", date.fromisoformat(days[0]), date.fromisoformat(days[-1]))

    bring_in(page, "real", found[0])
    rename_a_session(page, "real", "Исправленное название")
    mend_and_approve(page, "real")

    events, faults = faults_against_the_schema(page, "real", reference)
    assert faults == []
    assert events > 300
