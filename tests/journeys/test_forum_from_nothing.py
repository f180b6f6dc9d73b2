"""A forum from nothing to a changed calendar: the organiser's desk, a paper, a phone."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
import segno
from playwright.sync_api import Page

from tests.journeys import organiser
from tests.journeys.conftest import PHONE, Visits
from tests.journeys.forms import form_with, press, send
from tests.journeys.organiser import FIRST, SECOND, SLUG

pytestmark = pytest.mark.browser

UFA = ZoneInfo("Asia/Yekaterinburg")
HEAD = "Ахметова Рамиля Айратовна"
LECTURER = {
    "surname": "Зайнуллина",
    "given_name": "Зоя",
    "patronymic": "Ильясовна",
    "email": "zoya@rost.example",
    "basis": "письмо № 3",
}


def test_a_forum_from_nothing_to_a_changed_calendar(visit: Visits) -> None:
    office = organiser_of_new_forums(visit)
    stranger, phone = visit(), visit(**PHONE)

    organiser.create_forum(office)
    organiser.create_route(office)
    codes = arrange(office)
    assert "Сход граждан" not in programme_seen_by(stranger)
    organiser.approve(office, "первая версия")
    assert "Сход граждан" in programme_seen_by(stranger)
    assert "11:30" in programme_seen_by(stranger)

    organiser.open_registration(office)
    address = organiser.print_invitation(office, HEAD)
    assert modules_of_picture(office) == modules_of(address)

    sign_in_from_paper(phone, address)
    register(phone)
    pick_sessions(phone, codes)
    calendar = subscribe(phone)
    before = event_of(calendar_of(phone, calendar), codes["сход"])
    sent = organiser.outbox(office)

    organiser.command(office, f"{codes['сход']} +90")
    assert "13:00" not in programme_seen_by(stranger)
    organiser.approve(office, "сход граждан позже")

    assert "13:00" in programme_seen_by(stranger)
    after = event_of(calendar_of(phone, calendar), codes["сход"])
    assert after["DTSTART"].dt == datetime.combine(FIRST, datetime.min.time(), UFA).replace(hour=13)
    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    told = new_in(organiser.outbox(office), sent)
    assert sorted(one.split("\n")[0] for one in told) == sorted([HEAD, "Зайнуллина Зоя Ильясовна"])
    phone.goto("/messages/")
    letters = phone.locator("ul.letters li.unread", has_text="Форум сельских глав")
    assert letters.count() == 2  # the confirmation and the change


def organiser_of_new_forums(visit: Visits) -> Page:
    """The administrator widens the organiser's role from one forum to the platform."""
    admin = visit("administrator")
    admin.goto("/directory/people/?q=Сафина")
    press(admin, admin.locator("main table a[href*='/directory/people/']").first)
    admin.goto(f"{admin.url}roles/new/")
    send(admin, name="organiser", scope="platform", held_from=date.today(), basis="приказ № 7")
    return visit("organiser")


def arrange(office: Page) -> dict[str, str]:
    """Four sessions placed by the command line and by a form; one mistake is seen and mended."""
    codes = {
        "открытие": organiser.add_session(office, "Открытие форума", "plenary", 60),
        "бюджет": organiser.add_session(office, "Бюджет на трёх страницах", "lecture", 60),
        "сход": organiser.add_session(office, "Сход граждан", "discussion", 60),
        "выезд": organiser.add_session(office, "Выезд к родникам", "visit", 300),
    }
    organiser.add_known(office, codes["открытие"], "Гареева", "moderator")
    organiser.add_known(office, codes["бюджет"], "Гареева", "lecturer")
    organiser.add_unknown(office, codes["сход"], "moderator", **LECTURER)
    for line in (
        f"{codes['открытие']} {FIRST} 10:00 A",
        f"{codes['бюджет']} {FIRST} 10:30 B",
        f"{codes['сход']} {FIRST} 11:30 Библ",
    ):
        assert organiser.command(office, line) == 200
    office.goto(organiser.desk(f"programme/?session={codes['выезд']}"))
    place = form_with(office, "day", "time", "place")
    bus = place.locator("option[value^='route:']").get_attribute("value")
    send(office, day=str(SECOND), time="11:00", place=bus)

    assert "forbid_approval" in organiser.warnings(office)  # the expert is in two halls
    organiser.command(office, f"{codes['бюджет']} +60")
    assert "forbid_approval" not in organiser.warnings(office)
    return codes


def programme_seen_by(stranger: Page) -> str:
    stranger.goto(f"/forum/{SLUG}/programme/")
    return str(stranger.locator("main").inner_text())


def modules_of_picture(page: Page) -> list[list[int]]:
    """The square code as it is drawn: the darkness at the middle of each module."""
    drawn: list[list[int]] = page.locator(".code img").evaluate(
        """picture => {
            const side = picture.naturalWidth, canvas = document.createElement("canvas");
            canvas.width = canvas.height = side;
            const pen = canvas.getContext("2d");
            pen.fillStyle = "white"; pen.fillRect(0, 0, side, side); pen.drawImage(picture, 0, 0);
            const rows = [];
            for (let y = 10; y < side - 8; y += 4) {
                const row = [];
                for (let x = 10; x < side - 8; x += 4)
                    row.push(pen.getImageData(x, y, 1, 1).data[0] < 128 ? 1 : 0);
                rows.push(row);
            }
            return rows;
        }"""
    )
    return drawn


def modules_of(address: str) -> list[list[int]]:
    return [list(row) for row in segno.make(address, error="m", micro=False).matrix]


def sign_in_from_paper(phone: Page, address: str) -> None:
    phone.goto(address)
    press(phone, phone.locator("main form button"))
    assert f"/forum/{SLUG}/" in phone.url


def register(phone: Page) -> None:
    """Consents are unticked: the form comes back with everything typed, then it is accepted."""
    phone.goto(f"/forum/{SLUG}/registration/")
    consents = phone.locator("input[name^=consent_]")
    assert consents.evaluate_all("all => all.map(one => one.checked)") == [False] * 3
    form = form_with(phone, "surname")
    form.evaluate("form => { form.noValidate = true }")  # the server's own word is wanted
    phone.locator("[name=category]").first.check()

    phone.locator("select[name^=question_]").select_option("Автобусом района")
    send(phone, phone="+7 347 200-00-00", post="глава Аскаровского сельсовета")

    assert phone.locator(".wrong, [aria-invalid=true]").count() > 0
    assert phone.locator("[name=phone]").input_value() == "+7 347 200-00-00"
    assert phone.locator("[name=post]").input_value() == "глава Аскаровского сельсовета"
    assert phone.locator("select[name^=question_]").input_value() == "Автобусом района"
    send(phone, consent_participation=True)
    assert phone.locator(f"main a[href='/forum/{SLUG}/agenda/']").count() == 1
    assert phone.locator("main a[href$='/registration/cancellation/']").count() == 1


def pick_sessions(phone: Page, codes: dict[str, str]) -> None:
    """Two sessions at one hour: the second is taken in place of the first with one tap."""
    phone.goto(f"/forum/{SLUG}/agenda/")
    press(phone, choice(phone, codes["бюджет"]))
    swap = choice(phone, codes["сход"])
    assert swap.get_attribute("value") == codes["бюджет"]
    press(phone, swap)
    phone.goto(f"/forum/{SLUG}/agenda/?day={SECOND}")
    press(phone, choice(phone, codes["выезд"]))

    phone.goto(f"/forum/{SLUG}/agenda/")
    planned = phone.locator("ul.agenda li.planned:not([id])")
    assert planned.locator(f"a[href$='/sessions/{codes['сход']}/']").count() == 1
    assert planned.locator(f"a[href$='/sessions/{codes['выезд']}/']").count() == 1
    assert planned.count() == 2


def choice(phone: Page, code: str):  # type: ignore[no-untyped-def]
    return phone.locator(f"#s-{code} button[formaction$='/agenda/{code}/']")


def subscribe(phone: Page) -> str:
    phone.goto(f"/forum/{SLUG}/calendar/")
    assert phone.locator("a[href^='webcal://']").count() == 1
    return str(phone.locator("#address").input_value())


def calendar_of(phone: Page, address: str) -> icalendar.Calendar:
    answer = phone.request.get(address)
    assert answer.ok
    assert max(len(line) for line in answer.body().split(b"\r\n")) <= 75
    return icalendar.Calendar.from_ical(answer.body())


def event_of(calendar: icalendar.Calendar, code: str) -> icalendar.Event:
    return next(one for one in calendar.walk("VEVENT") if code in str(one.get("URL", "")))


def new_in(now: list[str], before: list[str]) -> list[str]:
    """Rows that stand above the one that used to be the topmost."""
    return now[: now.index(before[0])]
