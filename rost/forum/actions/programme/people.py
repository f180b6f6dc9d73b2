"""Who takes part in a session as what, and when they can."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Max

from rost.directory.models import Municipality, Person
from rost.forum.models import Availability, Contribution, Edition, Session
from rost.forum.queries.posts import held_post, post_line

from .locking import keeping_rules, lock_session
from .refusals import PartTaken, PeriodBackwards


@transaction.atomic
def set_contribution(
    *,
    session: Session,
    person: Person,
    part: str,
    now: datetime,
    post: str | None = None,
    topic: str = "",
    minutes: int | None = None,
    territory: Municipality | None = None,
    position: int | None = None,
    contribution: Contribution | None = None,
    seen: datetime | None = None,
) -> Contribution:
    """Give a person a part, or change what is said of it (the same part, or `contribution`).

    Without `post` the one the person holds on the day of the session is written; so is the
    municipality of that post where no `territory` is given.
    """
    session = lock_session(session, seen=seen)
    own = Contribution.objects.filter(session=session)
    same_part = own.filter(person=person, part=part).first()
    if contribution is not None and same_part is not None and same_part.pk != contribution.pk:
        raise PartTaken(person.full_name)
    row = contribution or same_part or Contribution(session=session)
    if post is None:
        post, territory = _held_post(session, person, territory, now)
    row.person, row.part, row.post, row.topic = person, part, post, topic
    row.minutes, row.territory = minutes, territory
    if position is not None:
        row.position = position
    elif row.pk is None:
        row.position = (own.aggregate(last=Max("position"))["last"] or 0) + 1
    with keeping_rules(session.edition):
        row.save()
        _mark_changed(session, now)
    return row


@transaction.atomic
def remove_contribution(
    *, contribution: Contribution, now: datetime, seen: datetime | None = None
) -> None:
    session = lock_session(contribution.session, seen=seen)
    with keeping_rules(session.edition):
        contribution.delete()
        _mark_changed(session, now)


@transaction.atomic
def add_availability(
    *, edition: Edition, person: Person, starts_at: datetime, ends_at: datetime
) -> Availability:
    """A time when the person can take part; the first window says they cannot at other times."""
    if ends_at <= starts_at:
        raise PeriodBackwards
    return Availability.objects.create(
        edition=edition, person=person, starts_at=starts_at, ends_at=ends_at
    )


def remove_availability(*, availability: Availability) -> None:
    availability.delete()


def _held_post(
    session: Session, person: Person, territory: Municipality | None, now: datetime
) -> tuple[str, Municipality | None]:
    zone = ZoneInfo(session.edition.timezone)
    post = held_post(person, session.starts_at or now, zone)
    if post is None:
        return "", territory
    return post_line(post), territory or post.municipality


def _mark_changed(session: Session, now: datetime) -> None:
    session.changed_at = now
    session.save(update_fields=["changed_at"])
