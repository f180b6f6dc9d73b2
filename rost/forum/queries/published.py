"""What the public may see of an edition: its approved programme, decoded once and indexed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from rost.core.programme import codec
from rost.core.programme.model import Hall, Programme, Route, Session, State, Track
from rost.directory.rules import Visitor, may
from rost.forum.models import Edition, Version
from rost.forum.rules import SEE_DRAFT

Made = TypeVar("Made")


@dataclass(frozen=True, eq=False)
class Published:
    """A programme with the ways into it; one object a digest, so its identity is its equality."""

    programme: Programme
    digest: str
    sessions: Mapping[str, Session]  # by code: those the public is shown, cancelled ones too
    days: Mapping[date, tuple[Session, ...]]  # in order of time
    people: Mapping[int, tuple[Session, ...]]
    halls: Mapping[str, Hall]
    tracks: Mapping[str, Track]
    routes: Mapping[str, Route]
    codes: frozenset[str] = field(default_factory=frozenset)  # OKTMO codes that are mentioned
    made: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def once(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """What is made of the programme for its readers, made once; it goes when this one goes."""
        if name not in self.made:
            self.made[name] = make()
        found: Made = self.made[name]
        return found


def editions_for(visitor: Visitor) -> list[Edition]:
    editions = Edition.objects.order_by("-starts_on", "id")
    return [one for one in editions if one.is_public or may(visitor, SEE_DRAFT, space=one.space)]


def programme_of(edition: Edition) -> Programme | None:
    published = published_of(edition)
    return published.programme if published else None


def published_of(edition: Edition) -> Published | None:
    """The approved programme of the edition, None while nothing has been approved."""
    if edition.published_id is None:
        return None
    digest = edition.published.digest if edition.published else ""
    return _decoded(edition.published_id, digest)


def shown(session: Session) -> bool:
    """A planned session is nobody's business until it is accepted."""
    return session.state is not State.PROPOSED


@lru_cache(maxsize=4)
def _decoded(version: int, digest: str) -> Published:
    content = Version.objects.values_list("content", flat=True).get(pk=version)
    return indexed(codec.load(content), digest)


def indexed(programme: Programme, digest: str) -> Published:
    sessions = sorted(filter(shown, programme.sessions), key=_order)
    return Published(
        programme=programme,
        digest=digest,
        sessions={one.code: one for one in sessions},
        days=_by_day(programme, sessions),
        people=_by_person(sessions),
        halls={one.slug: one for one in programme.halls},
        tracks={one.slug: one for one in programme.tracks},
        routes={one.slug: one for one in programme.routes},
        codes=frozenset(
            code for one in sessions for code in territories_of(one, programme) if code
        ),
    )


def territories_of(session: Session, programme: Programme) -> set[str]:
    """OKTMO codes of the places a session is about: of its people, and of its route."""
    codes = {code for one in session.contributions for code in one.territories}
    for route in programme.routes:
        if session.route and route.slug == session.route:
            codes |= {route.host, *(stop.territory for stop in route.stops)}
    return codes


def _order(session: Session) -> tuple[float, int]:
    return (session.start.timestamp() if session.start else float("inf"), session.number)


def _by_day(programme: Programme, sessions: Iterable[Session]) -> dict[date, tuple[Session, ...]]:
    """Every day of the programme, and any other on which something stands.

    What begins after midnight but before the day's end (a day may run until four in the
    morning) belongs to the day before.
    """
    found: dict[date, list[Session]] = {day.date: [] for day in programme.days}
    for one in sessions:
        if one.start is None:
            continue
        own = (day.date for day in programme.days if day.start <= one.start < day.end)
        found.setdefault(next(own, one.start.date()), []).append(one)
    return {day: tuple(found[day]) for day in sorted(found)}


def _by_person(sessions: Iterable[Session]) -> dict[int, tuple[Session, ...]]:
    found: defaultdict[int, dict[str, Session]] = defaultdict(dict)
    for one in sessions:
        for contribution in one.contributions:
            if contribution.person is not None:
                found[contribution.person][one.code] = one
    return {person: tuple(own.values()) for person, own in found.items()}
