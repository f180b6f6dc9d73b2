"""Halls, off-site routes with their stops, and tracks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max, Q, QuerySet

from rost.core.language import slug as slug_of
from rost.directory.models import Municipality
from rost.forum.actions.locking import lock_edition
from rost.forum.models import Door, Edition, Hall, Route, Stop, Track

from .refusals import (
    DoorsInUse,
    HallInUse,
    HoursBackwards,
    RouteInUse,
    StopOutside,
    StopsLeftOutside,
)

SLUG_LENGTH = 38


@transaction.atomic
def set_hall(
    *,
    edition: Edition,
    name: str,
    capacity: int,
    equipment: Iterable[str] = (),
    position: int | None = None,
    hall: Hall | None = None,
    guid: UUID | None = None,
    slug: str = "",
) -> Hall:
    """Add a hall or change one; its slug and guid stay, as versions refer to them."""
    edition = lock_edition(edition)
    halls = Hall.objects.filter(edition=edition)
    row = hall or Hall(
        edition=edition,
        slug=_free(halls.values_list("slug", flat=True), slug or name, "hall"),
        guid=guid or uuid4(),
        position=(halls.aggregate(last=Max("position"))["last"] or 0) + 1,
    )
    row.name, row.capacity, row.equipment = name, capacity, list(equipment)
    if position is not None:
        row.position = position
    row.save()
    return row


@transaction.atomic
def close_hall(*, hall: Hall, now: datetime) -> None:
    """Nothing more is placed in it; what stands in it stays there and is warned about."""
    lock_edition(hall.edition)
    hall.closed_at = now
    hall.save(update_fields=["closed_at"])


@transaction.atomic
def open_hall(*, hall: Hall) -> None:
    lock_edition(hall.edition)
    hall.closed_at = None
    hall.save(update_fields=["closed_at"])


@transaction.atomic
def delete_hall(*, hall: Hall) -> None:
    lock_edition(hall.edition)
    titles = list(hall.sessions.order_by("starts_at", "number").values_list("title", flat=True))
    if titles:
        raise HallInUse(titles)
    _remove_doors(hall.doors.all())
    hall.delete()


@transaction.atomic
def set_track(
    *,
    edition: Edition,
    name: str,
    colour: str = "#1f4e9c",
    position: int | None = None,
    track: Track | None = None,
    slug: str = "",
) -> Track:
    edition = lock_edition(edition)
    tracks = Track.objects.filter(edition=edition)
    row = track or Track(
        edition=edition,
        slug=_free(tracks.values_list("slug", flat=True), slug or name, "track"),
        position=(tracks.aggregate(last=Max("position"))["last"] or 0) + 1,
    )
    row.name, row.colour = name, colour
    if position is not None:
        row.position = position
    row.save()
    return row


@transaction.atomic
def delete_track(*, track: Track) -> None:
    """Its sessions stay, without a track."""
    lock_edition(track.edition)
    track.delete()


@transaction.atomic
def set_route(
    *,
    edition: Edition,
    name: str,
    seats: int,
    host: Municipality,
    departs_at: datetime,
    returns_at: datetime,
    bus: str = "",
    departs_from: str = "",
    route: Route | None = None,
    slug: str = "",
) -> Route:
    edition = lock_edition(edition)
    if returns_at <= departs_at:
        raise HoursBackwards
    if route is not None:
        outside = Q(at__lt=departs_at) | Q(until__gt=returns_at)
        if route.stops.filter(outside).exists():
            raise StopsLeftOutside
    routes = Route.objects.filter(edition=edition)
    row = route or Route(
        edition=edition, slug=_free(routes.values_list("slug", flat=True), slug or name, "route")
    )
    row.name, row.seats, row.host, row.bus = name, seats, host, bus
    row.departs_at, row.returns_at, row.departs_from = departs_at, returns_at, departs_from
    row.save()
    return row


@transaction.atomic
def delete_route(*, route: Route) -> None:
    lock_edition(route.edition)
    titles = list(route.sessions.order_by("starts_at", "number").values_list("title", flat=True))
    if titles:
        raise RouteInUse(titles)
    _remove_doors(route.doors.all())
    route.delete()


@transaction.atomic
def set_stop(
    *,
    route: Route,
    at: datetime,
    until: datetime,
    place: str,
    territory: Municipality,
    practice: str,
    practice_url: str = "",
    stop: Stop | None = None,
) -> Stop:
    """A timed stop of a route, tied to the practice shown there."""
    lock_edition(route.edition)
    if until < at:
        raise HoursBackwards
    if at < route.departs_at or until > route.returns_at:
        raise StopOutside
    row = stop or Stop(route=route)
    row.at, row.until, row.place, row.territory = at, until, place, territory
    row.practice, row.practice_url = practice, practice_url
    row.save()
    return row


@transaction.atomic
def remove_stop(*, stop: Stop) -> None:
    lock_edition(stop.route.edition)
    stop.delete()


def _remove_doors(doors: QuerySet[Door]) -> None:
    """Doors nobody ever stood at go with their place; one with a pass or a mark keeps it."""
    doors.filter(passes__isnull=True, marks__isnull=True).delete()
    names = list(doors.values_list("name", flat=True))
    if names:
        raise DoorsInUse(names)


def _free(taken: Iterable[str], text: str, fallback: str) -> str:
    made = free = slug_of(text, maximum=SLUG_LENGTH - 3, fallback=fallback)
    used, number = set(taken), 1
    while free in used:
        number += 1
        free = f"{made}-{number}"
    return free
