"""Days, halls and tracks of a file, as rows of the edition."""

from __future__ import annotations

from itertools import pairwise
from typing import TypeAlias
from uuid import UUID, uuid5

from rost.core.colours import is_colour
from rost.core.programme.model import Programme
from rost.forum.actions.editions.places import set_hall, set_track
from rost.forum.models import Day, Edition, Hall, Route, Track
from rost.forum.queries.exchange import OF_EDITIONS, halls_of_everybody

NAME_LENGTH = 120
TRACK_LENGTH = 200
NO_COLOUR = "#1f4e9c"

Place: TypeAlias = Hall | Route | None
"""Where a session stands; None for a break of everybody."""


def write_days(edition: Edition, programme: Programme) -> None:
    """Days that are missing; the hours of those that are there widen to hold the file's."""
    ours = {day.date: day for day in Day.objects.filter(edition=edition)}
    for one in programme.days:
        day = ours.get(one.date)
        if day is None:
            ours[one.date] = Day(
                edition=edition, date=one.date, starts_at=one.start, ends_at=one.end
            )
        else:
            day.starts_at = min(day.starts_at, one.start)
            day.ends_at = max(day.ends_at, one.end)
    days = [ours[date] for date in sorted(ours)]
    for day, following in pairwise(days):
        day.ends_at = min(day.ends_at, following.starts_at)
    for day in days:
        if day.ends_at > day.starts_at:
            day.save()


def write_halls(edition: Edition, programme: Programme) -> dict[str, Place]:
    """By the file's slug: a hall known by identifier or name, a route so named, or a new hall."""
    halls = list(Hall.objects.filter(edition=edition))
    by_guid = {hall.guid: hall for hall in halls}
    by_name = {hall.name.casefold(): hall for hall in halls}
    routes = {route.name.casefold(): route for route in Route.objects.filter(edition=edition)}
    everywhere = halls_of_everybody(edition, programme)
    found: dict[str, Place] = {}
    for one in programme.halls:
        name = one.name[:NAME_LENGTH]
        guid = UUID(one.guid)
        hall = (
            by_guid.get(guid) or by_guid.get(_here(edition, guid)) or by_name.get(name.casefold())
        )
        if hall is not None:
            if one.capacity and one.capacity != hall.capacity:
                hall.capacity = one.capacity
                hall.save(update_fields=["capacity"])
            found[one.slug] = hall
        elif name.casefold() in routes:
            found[one.slug] = routes[name.casefold()]
        elif one.slug in everywhere:
            found[one.slug] = None
        else:
            taken = Hall.objects.filter(guid=guid).exists()
            found[one.slug] = set_hall(
                edition=edition,
                name=name,
                capacity=one.capacity,
                guid=_here(edition, guid) if taken else guid,
                slug=one.slug,
            )
    return found


def write_tracks(edition: Edition, programme: Programme) -> dict[str, Track]:
    ours = {track.name.casefold(): track for track in Track.objects.filter(edition=edition)}
    found = {}
    for one in programme.tracks:
        name = one.name[:TRACK_LENGTH]
        track = ours.get(name.casefold())
        if track is None:
            colour = one.colour if is_colour(one.colour) else NO_COLOUR
            track = set_track(edition=edition, name=name, colour=colour, slug=one.slug)
            ours[name.casefold()] = track
        found[one.slug] = track
    return found


def _here(edition: Edition, guid: UUID) -> UUID:
    """What a thing is called here when another edition has its own identifier already."""
    return uuid5(OF_EDITIONS, f"{edition.pk}:{guid}")
