"""A person's agenda and what can be added to it, as the page shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from rost.forum.models import AgendaItem, Edition, Registration
from rost.forum.queries.agenda import items_of, place_seats, seats_held, spans_of
from rost.forum.queries.programme_page import Entry, entries_of
from rost.forum.queries.published import Published
from rost.forum.rules.agenda import Span, can_be_joined, can_be_picked, clashes, seats_of, span_of


@dataclass(frozen=True, slots=True)
class Line:
    """A session beside what it means for this person's agenda."""

    entry: Entry
    status: str = ""  # a SeatStatus, empty when it is not in the agenda
    left: int | None = None  # free seats; None when nothing limits them
    against: tuple[Entry, ...] = ()  # what in the agenda stands at the same time
    open: bool = True  # can still be picked: accepted, placed, not begun

    @property
    def planned(self) -> bool:
        return bool(self.status)

    @property
    def full(self) -> bool:
        return self.left == 0

    @property
    def against_codes(self) -> str:
        return ",".join(one.code for one in self.against)


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """Own sessions by day; those no longer in the programme; one day to choose from."""

    days: list[tuple[date, list[Line]]]
    gone: list[AgendaItem]
    chosen: date | None
    choice: list[Line]
    all_days: list[date]


class Reader:
    """Lines of one person against one version; three queries whatever the size."""

    def __init__(
        self,
        edition: Edition,
        published: Published,
        mine: Registration,
        language: str,
        now: datetime,
    ) -> None:
        self.published = published
        self.now = now
        self.any_time = edition.is_demonstration
        self.entries: Mapping[str, Entry] = entries_of(published, language)
        self.items = items_of(mine)
        self.held = seats_held(edition)
        self.spans: list[Span] = spans_of(published.programme, self.items)

    def line(self, code: str) -> Line:
        session = self.published.sessions[code]
        item = self.items.get(code)
        span = span_of(self.published.programme, session)
        against = clashes(span, self.spans) if span is not None else []
        seats = seats_of(own=session.seats, place=place_seats(self.published.programme, session))
        return Line(
            entry=self.entries[code],
            status=item.status if item is not None else "",
            left=None if seats is None else max(0, seats - self.held[code]),
            against=tuple(self.entries[one] for one in against if one in self.entries),
            open=can_be_picked(session)
            and can_be_joined(session, now=self.now, any_time=self.any_time),
        )

    def own_days(self) -> list[tuple[date, list[Line]]]:
        days = (
            (day, [self.line(one.code) for one in sessions if one.code in self.items])
            for day, sessions in self.published.days.items()
        )
        return [(day, lines) for day, lines in days if lines]

    def choice(self, day: date) -> list[Line]:
        lines = (self.line(one.code) for one in self.published.days.get(day, ()))
        return [line for line in lines if not line.entry.is_break and not line.entry.cancelled]


def agenda_page(
    edition: Edition,
    published: Published,
    mine: Registration,
    *,
    language: str,
    now: datetime,
    day: date | None,
) -> AgendaPage:
    """The page; without a day, the first one that is not over is open to choose from."""
    reader = Reader(edition, published, mine, language, now)
    days = list(published.days)
    if day not in published.days:
        day = next((one for one in days if one >= now.date()), days[0] if days else None)
    shown = {one.code for sessions in published.days.values() for one in sessions}
    return AgendaPage(
        days=reader.own_days(),
        gone=[item for code, item in reader.items.items() if code not in shown],
        chosen=day,
        choice=reader.choice(day) if day is not None else [],
        all_days=days,
    )


def agenda_line(
    edition: Edition,
    published: Published,
    mine: Registration,
    code: str,
    *,
    language: str,
    now: datetime,
) -> Line:
    return Reader(edition, published, mine, language, now).line(code)
