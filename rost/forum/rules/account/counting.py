"""Counting: one pass over the people, one over the invitations, one over the certificates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rost.forum.models import RegistrationStatus

from .model import Certificates, DayLine, Figures, Group, Line, Rows, SessionLine

HOLDING = frozenset({RegistrationStatus.REQUESTED.value, RegistrationStatus.CONFIRMED.value})
COUNTED = (
    "invited",
    "registered",
    "guests",
    "waiting",
    "cancelled",
    "came",
    "hours",
    "certificates",
)


@dataclass
class Tally:
    """Sums of everything that is counted, by the key of a group."""

    sums: dict[str, Counter[str]] = field(
        default_factory=lambda: {name: Counter() for name in COUNTED}
    )

    def add(self, name: str, key: str, number: int = 1) -> None:
        self.sums[name][key] += number

    def lines(self, groups: Iterable[Group]) -> tuple[Line, ...]:
        return tuple(
            Line(one.key, one.name, **{name: self.sums[name][one.key] for name in COUNTED})
            for one in groups
        )


def count(rows: Rows) -> Figures:
    """The figures of these rows."""
    everybody, districts, categories = Tally(), Tally(), Tally()
    days: Counter[object] = Counter()
    sessions: Counter[str] = Counter()
    without_seat = 0

    def add(name: str, district: str, category: str, number: int = 1) -> None:
        everybody.add(name, "", number)
        districts.add(name, district, number)
        categories.add(name, category, number)

    for one in rows.people:
        where = (one.district, one.category)
        holds = one.status in HOLDING
        if holds:
            add("registered", *where)
            if one.at_door:
                add("guests", *where)
        else:
            add(one.status, *where)
        if one.days:
            add("came", *where)
            without_seat += not holds
            days.update(one.days)
        sessions.update(one.sessions)
        add("hours", *where, one.hours)
    for invited in rows.invited:
        add("invited", invited.district, invited.category)
    certificates = _certificates(rows, districts, categories)
    total = {name: sums[""] for name, sums in everybody.sums.items() if name != "certificates"}
    return Figures(
        **total,
        came_without_seat=without_seat,
        strangers=rows.strangers,
        certificates=certificates,
        days=tuple(DayLine(day, days[day]) for day in rows.days),
        districts=districts.lines(rows.districts),
        categories=categories.lines(rows.categories),
        sessions=tuple(
            SessionLine(
                one.key, one.name, one.day, one.time, one.place, one.seats, sessions[one.key]
            )
            for one in rows.sessions
        ),
    )


def _certificates(rows: Rows, districts: Tally, categories: Tally) -> Certificates:
    holders = {one.id: one for one in rows.people}
    revoked = sent = of_removed = hours = 0
    for one in rows.certificates:
        if one.revoked:
            revoked += 1
            continue
        sent += one.sent
        holder = holders.get(one.registration) if one.registration is not None else None
        if holder is None:
            of_removed += 1
        else:
            hours += one.hours or 0
            districts.add("certificates", holder.district)
            categories.add("certificates", holder.category)
    return Certificates(len(rows.certificates), revoked, sent, of_removed, hours)
