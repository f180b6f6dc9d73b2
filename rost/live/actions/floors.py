"""Which sessions have a floor, and how each is kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from rost.forum.models import Edition, Session
from rost.live.models import Floor, HallRules, Naming
from rost.live.queries.doors import Hall, rules_of

from .acting import move
from .refusals import HoursInDisorder


def set_hall_rules(
    *,
    edition: Edition,
    opens_before: int,
    closes_after: int,
    takes_questions: bool,
    moderated: bool,
    naming: str,
) -> HallRules:
    """How floors made from now on begin; hours that follow the programme follow these at once."""
    found, _made = HallRules.objects.update_or_create(
        edition=edition,
        defaults={
            "opens_before": opens_before,
            "closes_after": closes_after,
            "takes_questions": takes_questions,
            "moderated": moderated,
            "naming": Naming(naming),
        },
    )
    return found


@transaction.atomic
def open_floors(*, edition: Edition, sessions: Iterable[Session]) -> int:
    """A floor for each that has none, as the edition's rules say; how many there are now more."""
    rules = rules_of(edition)
    wanted = list(sessions)
    before = Floor.objects.filter(session__in=wanted).count()
    rows = [
        Floor(
            session=session,
            takes_questions=rules.takes_questions,
            moderated=rules.moderated,
            naming=rules.naming,
        )
        for session in wanted
    ]
    Floor.objects.bulk_create(rows, ignore_conflicts=True)
    return Floor.objects.filter(session__in=wanted).count() - before


@transaction.atomic
def set_floor(
    *,
    floor: Floor,
    is_on: bool,
    takes_questions: bool,
    moderated: bool,
    naming: str,
    people: int | None,
    opens_at: datetime | None,
    closes_at: datetime | None,
) -> Floor:
    """Hours that are None follow the programme."""
    if opens_at is not None and closes_at is not None and closes_at <= opens_at:
        raise HoursInDisorder
    move(floor)
    Floor.objects.filter(pk=floor.pk).update(
        is_on=is_on,
        takes_questions=takes_questions,
        moderated=moderated,
        naming=Naming(naming),
        people=people,
        opens_at=opens_at,
        closes_at=closes_at,
    )
    return Floor.objects.get(pk=floor.pk)


@transaction.atomic
def open_now(*, hall: Hall, now: datetime) -> None:
    """Whatever the programme says; it closes when it would have, unless that has passed."""
    move(hall.floor)
    closes = hall.hours.closes_at
    over = closes is not None and closes <= now
    Floor.objects.filter(pk=hall.floor.pk).update(
        is_on=True, opens_at=now, closes_at=None if over else hall.floor.closes_at
    )


@transaction.atomic
def close_now(*, hall: Hall, now: datetime) -> None:
    """What is written stays readable."""
    move(hall.floor)
    opens = hall.floor.opens_at
    Floor.objects.filter(pk=hall.floor.pk).update(
        closes_at=now, opens_at=None if opens is not None and opens >= now else opens
    )


@transaction.atomic
def declare_hall_line(*, floor: Floor, network: str) -> None:
    """The moderator stands in the hall: votes of this line count up to the people in it.

    An empty network takes the declaration back.
    """
    move(floor)
    Floor.objects.filter(pk=floor.pk).update(hall_network=network)
