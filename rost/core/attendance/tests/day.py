"""A day of a forum in Ufa: two halls and a bus, and short ways to write marks."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rost.core.attendance import Direction, DoorKind, Mark, Presence, Rules, Slot, solve, verify

UFA = ZoneInfo("Asia/Yekaterinburg")
DAY = datetime(2020, 2, 18, tzinfo=UFA)
RULES = Rules()


def clock(text: str, day: int = 18) -> datetime:
    parts = [int(part) for part in text.split(":")]
    return DAY.replace(day=day) + timedelta(
        hours=parts[0], minutes=parts[1], seconds=parts[2] if len(parts) == 3 else 0
    )


def slot(
    session: str, place: str, begins: str, ends: str, counts: bool = True, day: int = 18
) -> Slot:
    return Slot(session, place, clock(begins, day), clock(ends, day), counts)


TIMETABLE = [
    slot("OPENING", "big", "10:00", "11:30"),
    slot("COFFEE", "big", "11:30", "12:00", counts=False),
    slot("LAND", "big", "12:00", "13:00"),
    slot("ROADS", "big", "14:00", "15:00"),
    slot("WATER", "big", "15:00", "16:00"),
    slot("NGO", "small", "12:00", "13:00"),
    slot("YOUTH", "small", "14:00", "15:00"),
    slot("FARM", "bus", "10:00", "11:00", day=19),
    slot("MUSEUM", "bus", "12:30", "13:30", day=19),
    slot("NIGHT", "small", "23:00", "00:30"),
]
TIMETABLE[-1] = Slot("NIGHT", "small", clock("23:00"), clock("00:30", 19))


def mark(
    text: str, *, holder: str = "rida", day: int = 18, id: str = "", session: str = ""
) -> Mark:
    """«9:50 in big», «12:00 out», «8:30 in bus»: no place is the entrance."""
    time, way, *rest = text.split()
    place = rest[0] if rest else ""
    kind = {"": DoorKind.ENTRANCE, "bus": DoorKind.ROUTE}.get(place, DoorKind.HALL)
    return Mark(
        id=id or f"{day} {time} {way} {place} {session}",
        holder=holder,
        kind=kind,
        place=place,
        at=clock(time, day),
        direction=Direction(way),
        session=session,
    )


def presence(*marks: Mark, rules: Rules = RULES, slots: list[Slot] | None = None) -> Presence:
    """What the marks of one person come to; checked the second way each time."""
    timetable = TIMETABLE if slots is None else slots
    found = solve(marks, timetable, rules, zone=UFA)
    assert verify(marks, timetable, rules, found, zone=UFA) == []
    return found[marks[0].holder]


def minutes(*texts: str, rules: Rules = RULES) -> dict[str, int]:
    return dict(presence(*map(mark, texts), rules=rules).sessions)
