"""Doors of an edition: made at once from its halls and routes, added, closed and opened."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext, override

from rost.forum.actions.locking import lock_edition
from rost.forum.models import Door, DoorKind, Edition, Hall, Route

from .refusals import DoorElsewhere, DoorNameTaken

LONGEST = 120


@transaction.atomic
def make_doors(*, edition: Edition, now: datetime) -> list[Door]:
    """The entrance, a door for every open hall and a bus for every route, where there is none.

    Returns those that were made; a second call makes none.
    """
    lock_edition(edition)
    kept = list(Door.objects.filter(edition=edition))
    names = {door.name for door in kept}
    with override(settings.LANGUAGE_CODE):
        entrance = gettext("Entrance of the forum")
    wanted: list[tuple[str, Hall | None, Route | None, str]] = []
    if not any(door.kind == DoorKind.ENTRANCE for door in kept):
        wanted.append((DoorKind.ENTRANCE, None, None, entrance))
    with_hall, with_route = {one.hall_id for one in kept}, {one.route_id for one in kept}
    for hall in Hall.objects.filter(edition=edition, closed_at__isnull=True):
        if hall.pk not in with_hall:
            wanted.append((DoorKind.HALL, hall, None, hall.name))
    for route in Route.objects.filter(edition=edition):
        if route.pk not in with_route:
            wanted.append((DoorKind.ROUTE, None, route, route.name))
    made = []
    for kind, hall_of, route_of, name in wanted:
        name = _free(name, names)
        names.add(name)
        made.append(
            Door.objects.create(edition=edition, kind=kind, hall=hall_of, route=route_of, name=name)
        )
    return made


@transaction.atomic
def add_door(
    *,
    edition: Edition,
    name: str,
    hall: Hall | None = None,
    route: Route | None = None,
) -> Door:
    """One more door: of a hall, of a route's bus, or without either of the whole forum."""
    lock_edition(edition)
    name = " ".join(name.split())[:LONGEST]
    if Door.objects.filter(edition=edition, name=name).exists():
        raise DoorNameTaken
    if any(one is not None and one.edition_id != edition.pk for one in (hall, route)):
        raise DoorElsewhere
    kind = DoorKind.HALL if hall else DoorKind.ROUTE if route else DoorKind.ENTRANCE
    return Door.objects.create(edition=edition, kind=kind, hall=hall, route=route, name=name)


def close_door(*, door: Door, now: datetime) -> None:
    """No list and no telephone any more at this door; marks that wait are still taken."""
    Door.objects.filter(pk=door.pk, closed_at__isnull=True).update(closed_at=now)


def open_door(*, door: Door) -> None:
    Door.objects.filter(pk=door.pk).update(closed_at=None)


def _free(name: str, taken: set[str]) -> str:
    free, number = name[:LONGEST], 1
    while free in taken:
        number += 1
        free = f"{name[: LONGEST - 5]} – {number}"
    return free
