"""The edition, its halls, route and sessions, not approved yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from rost.directory.models import Municipality, Organisation
from rost.directory.models import Person as PersonRow
from rost.forum.actions.editions import (
    create_edition,
    set_day,
    set_hall,
    set_route,
    set_stop,
    set_track,
)
from rost.forum.actions.programme import add_session, place_session, set_contribution
from rost.forum.models import Edition, Hall, Route, Track

from .content import (
    DAYS,
    EDITION,
    GUEST,
    HALLS,
    ORGANISERS,
    ROUTE,
    SESSIONS,
    SPEAKERS,
    TRACKS,
    Slot,
)

ZONE = ZoneInfo("Asia/Yekaterinburg")
POSTS = {one.key: one.post for one in SPEAKERS}


@dataclass(frozen=True, slots=True)
class Places:
    """Where sessions can stand, by the names that the content uses."""

    halls: Mapping[str, Hall]
    tracks: Mapping[str, Track]
    routes: Mapping[str, Route]


def moment(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), ZONE)


def build_edition(*, people: Mapping[str, PersonRow], now: datetime) -> Edition:
    organisers = Organisation.objects.filter(name__in=[name for _, name, _ in ORGANISERS])
    edition = create_edition(
        **EDITION, organisers=organisers, is_public=True, participation_hours=16, demonstration=True
    )
    places = build_places(edition)
    for slot in SESSIONS:
        build_session(edition, slot, places=places, people=people, now=now)
    return edition


def build_places(edition: Edition) -> Places:
    for day, opens, closes in DAYS:
        set_day(
            edition=edition,
            date=day,
            opens=time.fromisoformat(opens),
            closes=time.fromisoformat(closes),
        )
    halls = {
        slug: set_hall(
            edition=edition, name=name, capacity=capacity, equipment=equipment, slug=slug
        )
        for slug, name, capacity, equipment in HALLS
    }
    tracks = {
        slug: set_track(edition=edition, name=name, colour=colour, slug=slug)
        for slug, name, colour in TRACKS
    }
    return Places(halls, tracks, {ROUTE.slug: build_route(edition)})


def build_route(edition: Edition) -> Route:
    day = DAYS[1][0]
    route = set_route(
        edition=edition,
        name=ROUTE.name,
        seats=ROUTE.seats,
        host=Municipality.objects.get(code=ROUTE.host),
        departs_at=moment(day, ROUTE.departs),
        returns_at=moment(day, ROUTE.returns),
        bus=ROUTE.bus,
        departs_from=ROUTE.departs_from,
        slug=ROUTE.slug,
    )
    for at, until, place, code, practice in ROUTE.stops:
        set_stop(
            route=route,
            at=moment(day, at),
            until=moment(day, until),
            place=place,
            territory=Municipality.objects.get(code=code),
            practice=practice,
        )
    return route


def build_session(
    edition: Edition,
    slot: Slot,
    *,
    places: Places,
    people: Mapping[str, PersonRow],
    now: datetime,
) -> None:
    session = add_session(
        edition=edition,
        title=slot.title,
        form=slot.form,
        minutes=slot.minutes,
        now=now,
        track=places.tracks.get(slot.track),
        abstract=slot.abstract,
    )
    kind, _, name = slot.place.rpartition(":")
    place_session(
        session=session,
        starts_at=moment(DAYS[slot.day][0], slot.start),
        now=now,
        hall=None if kind else places.halls[name],
        route=places.routes[name] if kind else None,
    )
    for key, part, topic in slot.people:
        set_contribution(
            session=session,
            person=people[key],
            part=part,
            now=now,
            topic=topic,
            post=GUEST.post if key == GUEST.key else POSTS[key],
        )
