"""What the organiser does at the desk, step by step."""

from __future__ import annotations

import re
from datetime import date, timedelta

from playwright.sync_api import Page

from tests.journeys.forms import press, send

SLUG = "forum-next"
FIRST = date.today() + timedelta(days=40)
SECOND = FIRST + timedelta(days=1)
ASKAROVO = "Аскаровский сельсовет, Абзелиловский район"


def desk(rest: str = "") -> str:
    return f"/forum/{SLUG}/desk/{rest}"


def create_forum(page: Page) -> None:
    """Two days, which come by themselves, three halls, two tracks."""
    page.goto("/forum/desk/new/")
    send(
        page,
        name="Форум сельских глав",
        slug=SLUG,
        starts_on=FIRST,
        ends_on=SECOND,
        place="Уфа",
        is_public=True,
    )
    for name, capacity in (("Большой зал", 300), ("Малый зал", 40), ("Библиотека", 20)):
        page.goto(desk("halls/new/"))
        send(page, name=name, capacity=capacity, equipment="экран, микрофоны")
    for name in ("Власть и жители", "Бюджет поселения"):
        page.goto(desk("tracks/new/"))
        send(page, name=name)


def create_route(page: Page) -> None:
    page.goto(desk("routes/new/"))
    send(
        page,
        name="К родникам Аскарово",
        host=ASKAROVO,
        bus="автобус № 1",
        seats=40,
        departs_at=f"{SECOND}T09:00",
        returns_at=f"{SECOND}T17:00",
    )
    route = page.url
    for place, at, until in (("Дом культуры", "11:00", "12:00"), ("Родник", "12:30", "13:30")):
        page.goto(f"{route}stops/new/")
        send(
            page,
            place=place,
            territory=ASKAROVO,
            at=f"{SECOND}T{at}",
            until=f"{SECOND}T{until}",
            practice="Родники – общее дело",
        )


def add_session(page: Page, title: str, form: str, minutes: int) -> str:
    """A new session; its code."""
    page.goto(desk("sessions/new/"))
    send(page, title=title, form=form, minutes=minutes)
    found = re.search(r"/sessions/(\w+)/$", page.url)
    assert found, page.url
    return found[1]


def add_known(page: Page, code: str, words: str, part: str) -> None:
    """Somebody of the directory takes part."""
    page.goto(desk(f"sessions/{code}/"))
    page.locator("main input[name=words]").fill(words)
    press(page, page.locator("main form[role=search] button"))
    press(page, page.locator("main ul.lines a").first)
    send(page, part=part)


def add_unknown(page: Page, code: str, part: str, **facts: str) -> None:
    """Somebody nobody knew takes part."""
    page.goto(desk(f"sessions/{code}/people/search/"))
    send(page, **facts)
    send(page, part=part)


def command(page: Page, line: str) -> int:
    """A line of the editor's command line."""
    if "/desk/programme/" not in page.url:
        page.goto(desk("programme/"))
    return send(page, line=line)


def warnings(page: Page) -> list[str]:
    """Levels of the warnings that the editor shows."""
    page.goto(desk("programme/"))
    found: list[str] = page.locator("ul.findings > li").evaluate_all(
        "all => all.map(one => one.className)"
    )
    return found


def approve(page: Page, note: str) -> None:
    page.goto(desk("versions/draft/"))
    assert send(page, note=note) == 200
    page.wait_for_url(lambda url: "/draft/" not in url)


def open_registration(page: Page) -> None:
    """A category, a question, and the hour."""
    page.goto(f"/forum/{SLUG}/registrations/questions/")
    send(page, topic="transport", text="Как вы доберётесь?", choices="Сам\nАвтобусом района")
    page.goto(f"/forum/{SLUG}/registrations/hours/")
    send(page, **{"category-name": "Главы, избранные впервые", "category-seats": 100})
    send(
        page, **{"hours-opens_at_0": date.today() - timedelta(days=1), "hours-opens_at_1": "10:00"}
    )


def print_invitation(page: Page, person: str) -> str:
    """Invite somebody and print the paper; the address on it, which the picture says too."""
    page.goto(f"/forum/{SLUG}/invitations/")
    send(page, person=person)
    page.locator("main tbody input[name=invitation]").first.check()
    press(page, page.locator("main form:has(table) button").first)
    return str(page.locator("p.address").inner_text()).strip()


def outbox(page: Page) -> list[str]:
    """To whom, about what and when letters went, newest first."""
    page.goto("/messages/outbox/")
    rows: list[str] = page.locator("main tbody tr").evaluate_all(
        """all => all.map(({cells: [when, whom, subject]}) =>
            [whom.innerText.split("\\n")[0], subject.innerText, when.innerText].join("\\n"))"""
    )
    return rows
