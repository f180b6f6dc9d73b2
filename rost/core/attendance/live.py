"""Who is inside now: what a door shows while the day goes on, before any session has ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from .model import Direction, DoorKind, Mark


def inside(marks: Iterable[Mark], *, at: datetime) -> dict[str, set[str]]:
    """Place → holders who are in; "" is the forum as a whole, whoever is in a hall or bus included.

    Give the marks of the day: who left yesterday without a mark would still be in. Lines of
    sign-in sheets say nothing about now and are passed over.
    """
    made = {
        (mark.at.astimezone(UTC), mark.id): mark
        for mark in marks
        if mark.at <= at and not mark.session
    }
    doors: dict[str, tuple[DoorKind, str]] = {}
    present: set[str] = set()
    for key in sorted(made):
        mark = made[key]
        door = (mark.kind, mark.place)
        if mark.direction is Direction.IN:
            present.add(mark.holder)
            if mark.kind is not DoorKind.ENTRANCE:
                doors[mark.holder] = door
        elif mark.kind is DoorKind.ENTRANCE:
            present.discard(mark.holder)
            doors.pop(mark.holder, None)
        elif doors.get(mark.holder) == door:
            del doors[mark.holder]
    found: dict[str, set[str]] = defaultdict(set)
    found[""] = present
    for holder, (_, place) in doors.items():
        found[place].add(holder)
    return dict(found)
