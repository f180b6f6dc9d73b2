"""A small forum with everything the formats can carry, and where its files are served."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from rost.core.programme.model import (
    Contribution,
    Form,
    Hall,
    Material,
    Part,
    Programme,
    Route,
    Session,
    State,
)
from rost.core.programme.tests.samples import OPENING, large

ADDRESSES: dict[str, Any] = {
    "base_url": "https://rost.example/forum/2020/",
    "url": "https://rost.example/forum/2020/schedule.xml",
    "url_of": lambda session: f"session/{session.code}/",
}

HOUR = timedelta(hours=1)
PLAIN = large(12, days=2)


def forum() -> Programme:
    """Twelve sessions, an outing by bus, a break for all, one cancelled, one planned only."""
    first, second, third, fourth, fifth, sixth, *rest = PLAIN.sessions
    first = replace(
        first,
        title="Открытие: «Ҡатнашыусылар» & <гости> \x0b – 100 % 😀",
        abstract="Первый абзац\r\nвторая строка\x00 \ufffe конец",
        form=Form.PLENARY,
        materials=(
            Material("Доклад", "/media/доклад 1.pdf", 1000),
            Material("Опасная", "javascript:alert(1)"),
        ),
        broadcast_url="https://эфир.рф/прямой эфир?a=[1]#b#c",
    )
    by_bus = replace(second, form=Form.VISIT, hall="", route="north")
    coffee = replace(third, form=Form.BREAK, hall="", track="", contributions=(), minutes=20)
    cancelled = replace(fourth, state=State.CANCELLED)
    planned = replace(fifth, state=State.PROPOSED)
    unplaced = replace(sixth, start=None)
    bus = Route(
        slug="north",
        name="Северный маршрут: «Живые сёла»",
        bus="автобус № 1",
        seats=40,
        host="80623000",
        host_name="Дюртюлинский район",
        departs=OPENING,
        returns=OPENING + 8 * HOUR,
    )
    sessions = (first, by_bus, coffee, cancelled, planned, unplaced, *rest)
    return replace(PLAIN, routes=(bus,), sessions=sessions)


def untidy() -> Programme:
    """Twins everywhere: numbers, codes, guids, slugs, names of halls, names of people."""
    one, other, third, *rest = PLAIN.sessions
    twins = (
        replace(one, number=-5, guid="no guid", slug="Ё", code="x"),
        replace(other, number=1, guid=one.guid, slug="Ё", code="x", minutes=3000),
        replace(third, number=1, guid="", slug="", code=rest[0].code, hall="deleted"),
    )
    person = Contribution(None, "", "Иванов  Иван", Part.SPEAKER)
    unknown = Contribution(None, "", "", Part.SPEAKER)
    return replace(
        PLAIN,
        slug="Ф",
        days=(),
        halls=(*PLAIN.halls, Hall("twin", PLAIN.halls[0].name, 0, guid="not one")),
        sessions=(*twins, *(replace(one, contributions=(person, unknown)) for one in rest)),
    )


def codes(sessions: tuple[Session, ...]) -> list[str]:
    return [one.code for one in sessions]
