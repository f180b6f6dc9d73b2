"""Presence of every holder out of marks: docs/algorithms/attendance.md, rule by rule.

Moments are whole microseconds since 1970, so that clocks put back at night and shares of a
session are exact.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from .model import Direction, DoorKind, Mark, Presence, Rules, Slot

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_MINUTE = timedelta(minutes=1) // _TICK

_Door = tuple[DoorKind, str]
_Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Step:
    """A mark with its moment as a number and its day on the clock of the forum."""

    at: int
    day: date
    door: _Door
    comes: bool
    mark: Mark


@dataclass(frozen=True, slots=True)
class _Slot:
    session: str
    begins: int
    ends: int

    @property
    def order(self) -> tuple[int, int, str]:
        return self.begins, self.ends, self.session


def solve(
    marks: Iterable[Mark], slots: Iterable[Slot], rules: Rules, *, zone: tzinfo
) -> dict[str, Presence]:
    """Everybody of whom there is a mark, and what their marks come to."""
    timetable = _Timetable(slots, rules, zone)
    own: dict[str, dict[str, Mark]] = defaultdict(dict)
    for mark in marks:
        own[mark.holder][mark.id] = mark
    return {
        holder: _presence(holder, list(own[holder].values()), timetable) for holder in sorted(own)
    }


class _Timetable:
    """Sessions by place, in order of time, and the questions that marks ask of them."""

    def __init__(self, slots: Iterable[Slot], rules: Rules, zone: tzinfo) -> None:
        self.rules = rules
        self.zone = zone
        self.early = rules.early // _TICK
        self.tap = rules.tap // _TICK
        self.sessions: dict[str, _Slot] = {}
        self.places: dict[str, list[_Slot]] = defaultdict(list)
        for slot in slots:
            one = _Slot(slot.session, _moment(slot.starts_at), _moment(slot.ends_at))
            if slot.counts and one.begins < one.ends:
                self.sessions[slot.session] = one
                self.places[slot.place].append(one)
        for in_place in self.places.values():
            in_place.sort(key=lambda slot: slot.order)

    def step(self, mark: Mark) -> _Step:
        return _Step(
            at=_moment(mark.at),
            day=mark.at.astimezone(self.zone).date(),
            door=(mark.kind, mark.place),
            comes=mark.direction is Direction.IN,
            mark=mark,
        )

    def reach(self, step: _Step) -> int:
        """Until when a mark of coming in vouches by itself."""
        if step.mark.kind is DoorKind.ROUTE:
            return self._last_visit(step)
        near = [
            slot
            for slot in self._begun_before(step.mark.place, step.at + self.early)
            if slot.ends > step.at
        ]
        for slot in near:
            if self.enough(slot, slot.ends - max(step.at, slot.begins)):
                return slot.ends
        return near[0].ends if near else step.at

    def enough(self, slot: _Slot, part: int) -> bool:
        return part * 100 >= self.rules.share_percent * (slot.ends - slot.begins)

    def met(self, place: str, stay: _Stretch) -> list[_Slot]:
        """Sessions of a place that a stay there touches."""
        begins, ends = stay
        return [slot for slot in self._begun_before(place, ends) if slot.ends > begins]

    def _last_visit(self, step: _Step) -> int:
        ends = [
            slot.ends
            for slot in self.places.get(step.mark.place, ())
            if self._day(slot.begins) == step.day
        ]
        return max(ends, default=step.at)

    def _begun_before(self, place: str, moment: int) -> list[_Slot]:
        slots = self.places.get(place, [])
        return slots[: bisect_right(slots, moment, key=lambda slot: slot.begins)]

    def _day(self, moment: int) -> date:
        return (_EPOCH + moment * _TICK).astimezone(self.zone).date()


def _moment(at: datetime) -> int:
    return (at - _EPOCH) // _TICK


def _presence(holder: str, marks: Sequence[Mark], timetable: _Timetable) -> Presence:
    steps = sorted(map(timetable.step, marks), key=lambda step: (step.at, step.mark.id))
    signed = {step.mark.session for step in steps} & timetable.sessions.keys()
    at_doors = [step for step in steps if not step.mark.session]
    stays = _stays(_settled(at_doors, timetable.tap), timetable)
    sessions = _minutes(_parts(stays, timetable), signed, timetable)
    minutes = sum(sessions.values())
    return Presence(
        holder=holder,
        days=frozenset(step.day for step in steps),
        sessions=sessions,
        minutes=minutes,
        hours=minutes // timetable.rules.hour_minutes,
    )


def _settled(steps: Sequence[_Step], tap: int) -> list[_Step]:
    """Without those that lost a conflict of two doors, and without double taps."""
    kept: list[_Step] = []
    winner: _Step | None = None
    for step in reversed(steps):
        if not step.comes or step.mark.kind is DoorKind.ENTRANCE:
            kept.append(step)
        elif winner is None or winner.door == step.door or winner.at - step.at > tap:
            kept.append(step)
            winner = step
    return _without_doubles(reversed(kept), tap)


def _without_doubles(steps: Iterable[_Step], tap: int) -> list[_Step]:
    kept: list[_Step] = []
    for step in steps:
        last = kept[-1] if kept else None
        same = last is not None and (last.door, last.comes) == (step.door, step.comes)
        if last is None or not same or step.at - last.at > tap:
            kept.append(step)
    return kept


def _stays(steps: Iterable[_Step], timetable: _Timetable) -> list[tuple[str, _Stretch]]:
    """Where somebody was from when to when, one place at a time."""
    stays: list[tuple[str, _Stretch]] = []
    opened: _Step | None = None  # the mark that began the stay
    latest: _Step | None = None  # the last mark of coming in during it
    reach = 0

    def close(at: int) -> None:
        if opened is not None and opened.at < at:
            stays.append((opened.mark.place, (opened.at, at)))

    for step in steps:
        here = opened is not None and opened.door == step.door
        if step.mark.kind is DoorKind.ENTRANCE:
            if not step.comes:
                close(min(reach, step.at))
                opened = None
        elif step.comes:
            if not here or step.at >= reach:
                close(min(reach, step.at))
                opened, reach = step, timetable.reach(step)
            latest = step
        elif here:
            stayed = latest is not None and latest.day == step.day
            close(step.at if stayed else min(reach, step.at))
            opened = None
    close(reach)
    return stays


def _parts(
    stays: Iterable[tuple[str, _Stretch]], timetable: _Timetable
) -> dict[str, list[_Stretch]]:
    parts: dict[str, list[_Stretch]] = defaultdict(list)
    for place, stay in stays:
        for slot in timetable.met(place, stay):
            begins, ends = max(stay[0], slot.begins), min(stay[1], slot.ends)
            if begins < ends:
                parts[slot.session].append((begins, ends))
    return parts


def _minutes(
    parts: Mapping[str, list[_Stretch]], signed: set[str], timetable: _Timetable
) -> dict[str, int]:
    """Whole minutes of the sessions that count; a moment belongs to one session only."""
    taken: list[_Stretch] = []
    minutes: dict[str, int] = {}
    for session in sorted(
        signed | parts.keys(),
        key=lambda code: (code not in signed, timetable.sessions[code].order),
    ):
        slot = timetable.sessions[session]
        whole = [(slot.begins, slot.ends)]
        free = _without(whole if session in signed else parts[session], taken)
        length = sum(ends - begins for begins, ends in free)
        if length and timetable.enough(slot, length):
            minutes[session] = length // _MINUTE
            taken = _joined(taken + free)
    return minutes


def _without(stretches: Iterable[_Stretch], taken: Sequence[_Stretch]) -> list[_Stretch]:
    """What is left of stretches; `taken` is in order and does not overlap."""
    free: list[_Stretch] = []
    for begins, ends in stretches:
        at = bisect_right(taken, begins, key=lambda other: other[1])
        while at < len(taken) and taken[at][0] < ends:
            if begins < taken[at][0]:
                free.append((begins, taken[at][0]))
            begins = taken[at][1]
            at += 1
        if begins < ends:
            free.append((begins, ends))
    return free


def _joined(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    joined: list[_Stretch] = []
    for begins, ends in sorted(stretches):
        if joined and begins <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], ends))
        else:
            joined.append((begins, ends))
    return joined
