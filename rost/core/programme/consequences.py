"""Whom a difference touches, and which calendar entries it renews."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from .difference import Difference, Kind, SessionChange
from .model import Programme, Session
from .places import Places, place_changes

COMINGS_AND_GOINGS = frozenset(
    {
        Kind.ADDED,
        Kind.REMOVED,
        Kind.ACCEPTED,
        Kind.WITHDRAWN,
        Kind.CANCELLED,
        Kind.RESTORED,
    }
)
PERSONAL = frozenset({Kind.PERSON_ADDED, Kind.PERSON_REMOVED, Kind.PERSON_CHANGED})


def touched(difference: Difference) -> Mapping[int, tuple[SessionChange, ...]]:
    """What each person on the programme should be told.

    Somebody who joins or leaves a session is told that, and not what else became of it; a new
    abstract, track or link sends no message to anybody.
    """
    told: defaultdict[int, list[SessionChange]] = defaultdict(list)
    for change in difference.sessions:
        if change.public and change.kind is not Kind.TEXT:
            for person in sorted(_concerned(change)):
                told[person].append(change)
    return {person: tuple(told[person]) for person in sorted(told)}


def moved(difference: Difference) -> Mapping[str, tuple[SessionChange, ...]]:
    """Per session code, what people who hold it in their agenda should be told: another time or
    place, cancelled, gone, or on again."""
    told: defaultdict[str, list[SessionChange]] = defaultdict(list)
    worth_telling = (COMINGS_AND_GOINGS | {Kind.RESCHEDULED, Kind.RELOCATED}) - {Kind.ADDED}
    for change in difference.sessions:
        if change.public and change.kind in worth_telling:
            told[change.code].append(change)
    return {code: tuple(changes) for code, changes in told.items()}


def with_sequences(old: Programme, new: Programme) -> Programme:
    """The new programme with each session's revision number (RFC 5545, 3.8.7.4): one more where
    its start, length, place, title or state changed, as it was where not."""
    before = {one.code: one for one in old.sessions}
    old_places, new_places = Places(old), Places(new)

    def numbered(one: Session) -> Session:
        was = before.get(one.code)
        if was is None:
            return one
        changed = (
            (was.start, was.minutes, was.title, was.state)
            != (one.start, one.minutes, one.title, one.state)
        ) or bool(place_changes(was, one, old_places, new_places))
        return replace(one, sequence=was.sequence + changed)

    return replace(new, sessions=tuple(numbered(one) for one in new.sessions))


def _concerned(change: SessionChange) -> set[int]:
    if change.kind in PERSONAL:
        both = (change.was, change.now)
        return {one.person for one in both if one is not None and one.person is not None}
    before, after = _people(change.old), _people(change.new)
    return before | after if change.kind in COMINGS_AND_GOINGS else before & after


def _people(session: Session | None) -> set[int]:
    parts = session.contributions if session is not None else ()
    return {one.person for one in parts if one.person is not None}
