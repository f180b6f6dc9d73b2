"""What changed between two programmes, change by change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Generic, TypeVar

from .model import Contribution, Day, Hall, Programme, Route, Session, State, Track
from .places import Places, place_changes


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    ACCEPTED = "accepted"  # was planned only, now stands
    WITHDRAWN = "withdrawn"  # stood, is planned only again
    CANCELLED = "cancelled"
    RESTORED = "restored"
    RESCHEDULED = "rescheduled"  # start or length
    RELOCATED = "relocated"  # hall, route, a new name of either, other times of the bus
    RETITLED = "retitled"
    PERSON_ADDED = "person_added"
    PERSON_REMOVED = "person_removed"
    PERSON_CHANGED = "person_changed"
    TEXT = "text"  # whatever else the public reads


@dataclass(frozen=True, slots=True)
class SessionChange:
    """One change of one session, with the session as it was and as it is.

    `fields` names what differs: fields of Session or, for a person, of Contribution; of a place
    also "hall_name", "route_name" and "route_times".
    """

    kind: Kind
    code: str
    old: Session | None
    new: Session | None
    fields: tuple[str, ...] = ()
    was: Contribution | None = None
    now: Contribution | None = None

    @property
    def public(self) -> bool:
        """Does the public see it: did the session stand before, or does it stand now?"""
        return _stands(self.old) or _stands(self.new)


PartOfProgramme = TypeVar("PartOfProgramme", Hall, Track, Day, Route)


@dataclass(frozen=True, slots=True)
class PartChange(Generic[PartOfProgramme]):
    """A hall, track, day or route: added (no old), removed (no new) or changed in `fields`."""

    key: str
    old: PartOfProgramme | None
    new: PartOfProgramme | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """`about` names the changed fields of the programme itself; the version is not among them."""

    sessions: tuple[SessionChange, ...] = ()
    halls: tuple[PartChange[Hall], ...] = ()
    tracks: tuple[PartChange[Track], ...] = ()
    days: tuple[PartChange[Day], ...] = ()
    routes: tuple[PartChange[Route], ...] = ()
    about: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self != Difference()


def difference(old: Programme, new: Programme) -> Difference:
    """From old to new: sessions in the order of the new programme, then those removed."""
    return Difference(
        sessions=tuple(_session_changes(old, new)),
        halls=_parts(old.halls, new.halls, lambda hall: hall.slug),
        tracks=_parts(old.tracks, new.tracks, lambda track: track.slug),
        days=_parts(old.days, new.days, lambda day: day.date.isoformat()),
        routes=_parts(old.routes, new.routes, lambda route: route.slug),
        about=tuple(
            name
            for name in ("slug", "title", "timezone", "place", "start", "end")
            if getattr(old, name) != getattr(new, name)
        ),
    )


def _stands(session: Session | None) -> bool:
    return session is not None and session.state is State.ACCEPTED


def _changed_fields(old: object, new: object, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if getattr(old, name) != getattr(new, name))


def _parts(
    old: Sequence[PartOfProgramme],
    new: Sequence[PartOfProgramme],
    key: Callable[[PartOfProgramme], str],
) -> tuple[PartChange[PartOfProgramme], ...]:
    before, after = {key(one): one for one in old}, {key(one): one for one in new}
    changes: list[PartChange[PartOfProgramme]] = []
    for name, one in after.items():
        was = before.get(name)
        if was is None:
            changes.append(PartChange(name, None, one))
        elif was != one:
            names = (field.name for field in fields(one))
            changes.append(PartChange(name, was, one, _changed_fields(was, one, names)))
    for name, one in before.items():
        if name not in after:
            changes.append(PartChange(name, one, None))
    return tuple(changes)


def _session_changes(old: Programme, new: Programme) -> Iterator[SessionChange]:
    before = {one.code: one for one in old.sessions}
    old_places, new_places = Places(old), Places(new)
    for one in new.sessions:
        was = before.pop(one.code, None)
        if was is None:
            yield SessionChange(Kind.ADDED, one.code, None, one)
            continue
        places = place_changes(was, one, old_places, new_places)
        if was != one or places:
            yield from _changes(was, one, places)
    for was in before.values():
        yield SessionChange(Kind.REMOVED, was.code, was, None)


CHANGED_STATE = {
    (State.PROPOSED, State.ACCEPTED): Kind.ACCEPTED,
    (State.CANCELLED, State.ACCEPTED): Kind.RESTORED,
    (State.ACCEPTED, State.PROPOSED): Kind.WITHDRAWN,
    (State.CANCELLED, State.PROPOSED): Kind.RESTORED,
    (State.ACCEPTED, State.CANCELLED): Kind.CANCELLED,
    (State.PROPOSED, State.CANCELLED): Kind.CANCELLED,
}

TEXT_FIELDS = (
    "form",
    "track",
    "abstract",
    "language",
    "seats",
    "materials",
    "broadcast_url",
    "slug",
)


def _changes(was: Session, one: Session, places: tuple[str, ...]) -> Iterator[SessionChange]:
    if was.state is not one.state:
        yield SessionChange(CHANGED_STATE[was.state, one.state], one.code, was, one, ("state",))
    if times := _changed_fields(was, one, ("start", "minutes")):
        yield SessionChange(Kind.RESCHEDULED, one.code, was, one, times)
    if places:
        yield SessionChange(Kind.RELOCATED, one.code, was, one, places)
    if was.title != one.title:
        yield SessionChange(Kind.RETITLED, one.code, was, one, ("title",))
    people = tuple(_people_changes(was, one))
    yield from people
    texts = _changed_fields(was, one, TEXT_FIELDS)
    if was.contributions != one.contributions and not people:
        texts = (*texts, "contributions")  # the same people in another order
    if texts:
        yield SessionChange(Kind.TEXT, one.code, was, one, texts)


def _people_changes(was: Session, one: Session) -> Iterator[SessionChange]:
    before, after = _by_person(was), _by_person(one)
    for identity in [*after, *(identity for identity in before if identity not in after)]:
        for old, new in _paired(before.get(identity, []), after.get(identity, [])):
            if old is None:
                yield SessionChange(Kind.PERSON_ADDED, one.code, was, one, now=new)
            elif new is None:
                yield SessionChange(Kind.PERSON_REMOVED, one.code, was, one, was=old)
            elif old != new:
                names = _changed_fields(old, new, (field.name for field in fields(old)))
                yield SessionChange(Kind.PERSON_CHANGED, one.code, was, one, names, old, new)


def _by_person(session: Session) -> dict[tuple[str, object], list[Contribution]]:
    grouped: defaultdict[tuple[str, object], list[Contribution]] = defaultdict(list)
    for one in session.contributions:
        known = one.person is not None
        grouped["person" if known else "guid", one.person if known else one.guid].append(one)
    return grouped


def _paired(
    old: Sequence[Contribution], new: Sequence[Contribution]
) -> Iterator[tuple[Contribution | None, Contribution | None]]:
    """One person's parts before and after: the same part first, the rest in order."""
    left, rest = list(old), []
    for one in new:
        same = next((was for was in left if was.part is one.part), None)
        if same is None:
            rest.append(one)
        else:
            left.remove(same)
            yield same, one
    for place in range(max(len(left), len(rest))):
        yield (
            left[place] if place < len(left) else None,
            rest[place] if place < len(rest) else None,
        )
