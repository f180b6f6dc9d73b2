"""What the organiser says of sessions, tracks, halls and speakers before solving."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import available_timezones

from django.db import transaction

from rost.directory.models import Person
from rost.forum.actions.locking import lock_edition
from rost.forum.models import (
    Edition,
    Hall,
    HallClosure,
    Penalty,
    SchedulingRules,
    Session,
    SessionNeeds,
    SessionOrder,
    SimilarTracks,
    SpeakerNeeds,
    Track,
)

from .refusals import ForeignPart, OrderRound, SameTwice, UnknownZone


def set_rules(*, edition: Edition, **facts: Any) -> SchedulingRules:
    row, _new = SchedulingRules.objects.update_or_create(edition=edition, defaults=facts)
    return row


def set_session_needs(
    *,
    session: Session,
    stays: bool,
    equipment: list[str],
    expected: int | None,
    earliest: datetime | None,
    latest: datetime | None,
) -> SessionNeeds:
    facts = {
        "stays": stays,
        "equipment": equipment,
        "expected": expected,
        "earliest": earliest,
        "latest": latest,
    }
    row, _new = SessionNeeds.objects.update_or_create(session=session, defaults=facts)
    return row


def add_penalty(
    *,
    edition: Edition,
    cost: int,
    session: Session | None = None,
    track: Track | None = None,
    hall: Hall | None = None,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    why: str = "",
) -> Penalty:
    """The same penalty said twice is one."""
    for part in (session, track, hall):
        if part is not None and part.edition_id != edition.pk:
            raise ForeignPart
    row, _new = Penalty.objects.update_or_create(
        edition=edition,
        session=session,
        track=track,
        hall=hall,
        starts_at=starts_at,
        ends_at=ends_at,
        defaults={"cost": cost, "why": why},
    )
    return row


def remove_penalty(*, penalty: Penalty) -> None:
    penalty.delete()


@transaction.atomic
def set_order(
    *, first: Session, then: Session, at_least: int = 0, at_most: int | None = None
) -> SessionOrder:
    if first.edition_id != then.edition_id:
        raise ForeignPart
    if first.pk == then.pk:
        raise SameTwice
    lock_edition(first.edition_id)
    if _leads_to(then.pk, first.pk):
        raise OrderRound
    row, _new = SessionOrder.objects.update_or_create(
        first=first, then=then, defaults={"at_least": at_least, "at_most": at_most}
    )
    return row


def _leads_to(start: int, goal: int) -> bool:
    """Does the chain of orders from `start` reach `goal`?"""
    seen, open_ends = {start}, [start]
    while open_ends:
        following = SessionOrder.objects.filter(first__in=open_ends).values_list("then", flat=True)
        open_ends = [one for one in following if one not in seen]
        seen.update(open_ends)
    return goal in seen


def remove_order(*, order: SessionOrder) -> None:
    order.delete()


def set_similar(*, first: Track, second: Track, cost: int) -> SimilarTracks:
    if first.edition_id != second.edition_id:
        raise ForeignPart
    if first.pk == second.pk:
        raise SameTwice
    first, second = sorted((first, second), key=lambda one: one.pk)
    row, _new = SimilarTracks.objects.update_or_create(
        first=first, second=second, defaults={"cost": cost}
    )
    return row


def remove_similar(*, pair: SimilarTracks) -> None:
    pair.delete()


def close_hall(*, hall: Hall, starts_at: datetime, ends_at: datetime, why: str = "") -> HallClosure:
    row, _new = HallClosure.objects.update_or_create(
        hall=hall, starts_at=starts_at, ends_at=ends_at, defaults={"why": why}
    )
    return row


def remove_closure(*, closure: HallClosure) -> None:
    closure.delete()


def set_speaker_needs(
    *, edition: Edition, person: Person, facts: Mapping[str, Any]
) -> SpeakerNeeds:
    """Where a speaker takes part from, in which hours of their own day, how long a day may be."""
    zone = facts.get("timezone", "")
    if zone and zone not in available_timezones():
        raise UnknownZone(zone)
    row, _new = SpeakerNeeds.objects.update_or_create(
        edition=edition, person=person, defaults=dict(facts)
    )
    return row
