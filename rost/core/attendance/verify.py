"""Presence once more, the plain way: time is cut into pieces and walked through one by one.

It is slow and shares no working with `solve`, so that a fault in one is not a fault in the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from .model import Direction, DoorKind, Mark, Presence, Rules, Slot

_LONG_AGO = datetime.min.replace(tzinfo=UTC)

Piece = tuple[datetime, datetime]


class FaultKind(StrEnum):
    MISSING = "missing"  # there are marks, and no presence was found
    STRANGE = "strange"  # presence was found, and there are no marks
    DAYS = "days"
    SESSIONS = "sessions"
    MINUTES = "minutes"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a presence is not what the marks come to."""

    holder: str
    kind: FaultKind
    expected: object = None
    found: object = None


def verify(
    marks: Iterable[Mark],
    slots: Iterable[Slot],
    rules: Rules,
    found: Mapping[str, Presence],
    *,
    zone: tzinfo,
) -> list[Fault]:
    known = list(marks)
    counting = [_utc(slot) for slot in slots if slot.counts and slot.starts_at < slot.ends_at]
    holders = {mark.holder for mark in known}
    faults = [Fault(holder, FaultKind.STRANGE) for holder in sorted(found.keys() - holders)]
    of_holder: dict[str, set[Mark]] = {holder: set() for holder in holders}
    for mark in known:
        of_holder[mark.holder].add(mark)
    for holder in sorted(holders):
        own = sorted(of_holder[holder], key=lambda mark: (mark.at, mark.id))
        if holder in found:
            faults += _compare(own, counting, rules, found[holder], zone)
        else:
            faults.append(Fault(holder, FaultKind.MISSING))
    return faults


def _compare(
    own: Sequence[Mark], slots: Sequence[Slot], rules: Rules, found: Presence, zone: tzinfo
) -> list[Fault]:
    sessions = _Walk(slots, rules, zone).sessions(own)
    minutes = sum(sessions.values())
    pairs: list[tuple[FaultKind, object, object]] = [
        (FaultKind.DAYS, {mark.at.astimezone(zone).date() for mark in own}, set(found.days)),
        (FaultKind.SESSIONS, sessions, dict(found.sessions)),
        (FaultKind.MINUTES, minutes, found.minutes),
        (FaultKind.HOURS, minutes // rules.hour_minutes, found.hours),
    ]
    return [
        Fault(own[0].holder, kind, expected, actual)
        for kind, expected, actual in pairs
        if expected != actual
    ]


def _utc(slot: Slot) -> Slot:
    return Slot(
        slot.session,
        slot.place,
        slot.starts_at.astimezone(UTC),
        slot.ends_at.astimezone(UTC),
        slot.counts,
    )


class _Walk:
    """One holder's way through the pieces of time between marks and edges of sessions."""

    def __init__(self, slots: Sequence[Slot], rules: Rules, zone: tzinfo) -> None:
        self.slots = sorted(slots, key=lambda slot: (slot.starts_at, slot.ends_at, slot.session))
        self.rules = rules
        self.zone = zone

    def sessions(self, own: Sequence[Mark]) -> dict[str, int]:
        pieces = self._pieces(own)
        where = self._where(self._believed(own), pieces)
        signed = {mark.session for mark in own if mark.session}
        counted: dict[str, int] = {}
        used: set[Piece] = set()
        for slot in sorted(self.slots, key=lambda slot: slot.session not in signed):
            there = {
                piece
                for piece in pieces
                if slot.starts_at <= piece[0] < slot.ends_at
                and (slot.session in signed or where.get(piece) == slot.place)
                and piece not in used
            }
            time = sum((ends - begins for begins, ends in there), timedelta())
            if there and self._is_enough(time, slot):
                counted[slot.session] = time // timedelta(minutes=1)
                used |= there
        return counted

    def _pieces(self, own: Sequence[Mark]) -> list[Piece]:
        edges = {mark.at.astimezone(UTC) for mark in own}
        for slot in self.slots:
            edges |= {slot.starts_at, slot.ends_at}
        edges.add(max(edges) + timedelta(days=1))  # so that a piece begins at every mark
        return list(pairwise(sorted(edges)))

    def _believed(self, own: Sequence[Mark]) -> list[Mark]:
        """Marks of doors that neither lost a conflict nor repeat the one before them."""
        winners: list[Mark] = []
        for mark in reversed(own):
            if not mark.session and not any(self._loses(mark, other) for other in winners):
                winners.insert(0, mark)
        believed: list[Mark] = []
        for mark in winners:
            if not (believed and self._repeats(mark, believed[-1])):
                believed.append(mark)
        return believed

    def _loses(self, mark: Mark, later: Mark) -> bool:
        return (
            {mark.direction, later.direction} == {Direction.IN}
            and DoorKind.ENTRANCE not in (mark.kind, later.kind)
            and (mark.kind, mark.place) != (later.kind, later.place)
            and later.at.astimezone(UTC) - mark.at.astimezone(UTC) <= self.rules.tap
        )

    def _repeats(self, mark: Mark, before: Mark) -> bool:
        return (
            mark.kind is before.kind
            and mark.place == before.place
            and mark.direction is before.direction
            and mark.at.astimezone(UTC) - before.at.astimezone(UTC) <= self.rules.tap
        )

    def _where(self, marks: Sequence[Mark], pieces: Sequence[Piece]) -> dict[Piece, str]:
        """The place of every piece of time as far as the marks prove it."""
        made: dict[datetime, list[Mark]] = {}
        for mark in marks:
            made.setdefault(mark.at.astimezone(UTC), []).append(mark)
        state = _State()
        for piece in pieces:
            for mark in made.get(piece[0], ()):
                self._apply(mark, state)
            if state.inside is not None:
                sure = piece[0] < state.until
                (state.where if sure else state.unproved)[piece] = state.inside.place
        return state.where

    def _apply(self, mark: Mark, state: _State) -> None:
        here = state.inside
        same = here is not None and (here.kind, here.place) == (mark.kind, mark.place)
        if mark.direction is Direction.IN and mark.kind is not DoorKind.ENTRANCE:
            if not same or mark.at.astimezone(UTC) >= state.until:
                state.until, state.unproved = self._vouched(mark), {}
            state.inside = mark
        elif mark.direction is Direction.OUT and (same or mark.kind is DoorKind.ENTRANCE):
            if same and here is not None and self._day(here.at) == self._day(mark.at):
                state.where |= state.unproved
            state.inside, state.unproved = None, {}

    def _vouched(self, mark: Mark) -> datetime:
        """Until when a mark of coming in proves presence without any other mark."""
        at = mark.at.astimezone(UTC)
        there = [slot for slot in self.slots if slot.place == mark.place and at < slot.ends_at]
        if mark.kind is DoorKind.ROUTE:
            today = [slot for slot in there if self._day(slot.starts_at) == self._day(mark.at)]
            return max((slot.ends_at for slot in today), default=at)
        near = [slot for slot in there if slot.starts_at - at <= self.rules.early]
        meant = [
            slot for slot in near if self._is_enough(min(slot.ends_at - at, _long(slot)), slot)
        ]
        return (meant or near)[0].ends_at if near else at

    def _is_enough(self, time: timedelta, slot: Slot) -> bool:
        tick = timedelta(microseconds=1)
        return Fraction(time // tick, _long(slot) // tick) >= Fraction(
            self.rules.share_percent, 100
        )

    def _day(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()


@dataclass(slots=True)
class _State:
    """Where somebody is; pieces that only an OUT can prove wait in `unproved`."""

    inside: Mark | None = None  # the last mark of coming in
    until: datetime = _LONG_AGO
    where: dict[Piece, str] = field(default_factory=dict)
    unproved: dict[Piece, str] = field(default_factory=dict)


def _long(slot: Slot) -> timedelta:
    return slot.ends_at - slot.starts_at
