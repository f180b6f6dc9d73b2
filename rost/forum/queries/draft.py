"""The draft programme of an edition as a plain value, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from rost.core.programme import model as programme
from rost.forum.models import (
    Contribution,
    Day,
    Edition,
    Hall,
    Material,
    Route,
    Session,
    Stop,
    Track,
)

PEOPLE = UUID("4e6a9c1e-5f0b-5d0c-9a52-0d6a3c7f2b11")
"""Namespace of people's identifiers in programmes (RFC 9562, section 5.5)."""


def draft_programme(edition: Edition) -> programme.Programme:
    """The programme as organisers have it now; eight queries whatever its size.

    Closed halls are left out, so that a session still standing in one is found by the check.
    """
    zone = ZoneInfo(edition.timezone)
    halls = list(Hall.objects.filter(edition=edition))
    tracks = list(Track.objects.filter(edition=edition))
    routes = list(Route.objects.filter(edition=edition).select_related("host"))
    return programme.Programme(
        slug=edition.slug,
        title=edition.name,
        timezone=edition.timezone,
        place=edition.place,
        version="",
        start=edition.starts_on,
        end=edition.ends_on,
        days=tuple(_day(day, zone) for day in Day.objects.filter(edition=edition)),
        halls=tuple(_hall(hall) for hall in halls if hall.closed_at is None),
        tracks=tuple(programme.Track(one.slug, one.name, one.colour) for one in tracks),
        routes=_routes(edition, routes, zone),
        sessions=_sessions(edition, zone, halls=halls, tracks=tracks, routes=routes),
    )


def person_guid(person: int) -> str:
    return str(uuid5(PEOPLE, str(person)))


def material_url(edition: Edition, material: Material) -> str:
    """Where a session's file or link is opened; the same in every language, as versions keep it."""
    return material.url or f"/forum/{edition.slug}/materials/{material.pk}/"


def _day(day: Day, zone: ZoneInfo) -> programme.Day:
    return programme.Day(day.date, day.starts_at.astimezone(zone), day.ends_at.astimezone(zone))


def _hall(hall: Hall) -> programme.Hall:
    return programme.Hall(
        hall.slug, hall.name, hall.capacity, tuple(hall.equipment), str(hall.guid)
    )


def _routes(
    edition: Edition, routes: Iterable[Route], zone: ZoneInfo
) -> tuple[programme.Route, ...]:
    stops: defaultdict[int, list[programme.Stop]] = defaultdict(list)
    for stop in Stop.objects.filter(route__edition=edition).select_related("territory"):
        stops[stop.route_id].append(
            programme.Stop(
                at=stop.at.astimezone(zone),
                until=stop.until.astimezone(zone),
                place=stop.place,
                territory=stop.territory.code,
                practice=stop.practice,
                practice_url=stop.practice_url,
            )
        )
    return tuple(
        programme.Route(
            slug=route.slug,
            name=route.name,
            bus=route.bus,
            seats=route.seats,
            host=route.host.code,
            host_name=route.host.name,
            departs=route.departs_at.astimezone(zone),
            returns=route.returns_at.astimezone(zone),
            departs_from=route.departs_from,
            stops=tuple(stops[route.pk]),
        )
        for route in routes
    )


def _sessions(
    edition: Edition,
    zone: ZoneInfo,
    *,
    halls: Iterable[Hall],
    tracks: Iterable[Track],
    routes: Iterable[Route],
) -> tuple[programme.Session, ...]:
    places = {hall.pk: (place, hall.slug) for place, hall in enumerate(halls)}
    track_slugs = {track.pk: track.slug for track in tracks}
    route_slugs = {route.pk: route.slug for route in routes}
    parts, materials = _contributions(edition), _materials(edition)

    def order(row: Session) -> tuple[bool, float, int, int]:
        start = row.starts_at
        place = places.get(row.hall_id, (len(places), ""))[0] if row.hall_id else len(places)
        return start is None, start.timestamp() if start else 0.0, place, row.number

    return tuple(
        programme.Session(
            code=row.code,
            guid=str(row.guid),
            number=row.number,
            slug=row.slug,
            title=row.title,
            form=programme.Form(row.form),
            minutes=row.minutes,
            state=programme.State(row.state),
            track=track_slugs.get(row.track_id, "") if row.track_id else "",
            abstract=row.abstract,
            language=row.language,
            start=_local(row.starts_at, zone),
            hall=places[row.hall_id][1] if row.hall_id else "",
            route=route_slugs[row.route_id] if row.route_id else "",
            seats=row.seats,
            contributions=tuple(parts[row.pk]),
            materials=tuple(materials[row.pk]),
            broadcast_url=row.broadcast_url,
        )
        for row in sorted(Session.objects.filter(edition=edition).order_by("number"), key=order)
    )


def _local(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    return moment.astimezone(zone) if moment else None


def _contributions(edition: Edition) -> defaultdict[int, list[programme.Contribution]]:
    found: defaultdict[int, list[programme.Contribution]] = defaultdict(list)
    rows = Contribution.objects.filter(session__edition=edition)
    for row in rows.select_related("person", "territory"):
        found[row.session_id].append(
            programme.Contribution(
                person=row.person_id,
                guid=person_guid(row.person_id),
                name=row.person.full_name,
                part=programme.Part(row.part),
                post=row.post,
                topic=row.topic,
                minutes=row.minutes,
                territories=(row.territory.code,) if row.territory else (),
            )
        )
    return found


def _materials(edition: Edition) -> defaultdict[int, list[programme.Material]]:
    found: defaultdict[int, list[programme.Material]] = defaultdict(list)
    for row in Material.objects.filter(session__edition=edition, removed_at__isnull=True):
        found[row.session_id].append(
            programme.Material(row.title, material_url(edition, row), row.size)
        )
    return found
