"""Making, replacing and ending badges, and handing spare ones."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord, Person
from rost.forum.actions.locking import lock_edition
from rost.forum.models import Badge, BadgeEnd, Edition, Registration, RegistrationStatus
from rost.forum.rules.badges import ALPHABET, CODE_LENGTH

from .printing import REGISTER
from .refusals import BadgeEnded, BadgeTaken, HasBadge, NoSeatNoBadge, TooManySpares

MOST_SPARES = 500


@transaction.atomic
def make_badges(
    *, edition: Edition, registrations: Iterable[Registration | int], now: datetime
) -> list[Badge]:
    """A badge in force for each confirmed registration, those that stand among them.

    Others of the given registrations get none: they have no seat, or not yet.
    """
    edition = lock_edition(edition)
    asked = [one if isinstance(one, int) else one.pk for one in registrations]
    confirmed = Registration.objects.filter(
        edition=edition, pk__in=asked, status=RegistrationStatus.CONFIRMED
    ).order_by("district__sort_key", "person__sort_key", "pk")
    owners = list(confirmed.values_list("pk", flat=True))
    standing = set(
        Badge.objects.filter(
            edition=edition, registration__in=owners, ended_at__isnull=True
        ).values_list("registration", flat=True)
    )
    _create(edition, [one for one in owners if one not in standing], now)
    return list(
        Badge.objects.filter(edition=edition, registration__in=owners, ended_at__isnull=True)
    )


@transaction.atomic
def make_spares(*, edition: Edition, count: int, now: datetime) -> list[Badge]:
    """Blank numbered badges, to be printed in advance and handed out at the desk."""
    if count > MOST_SPARES:
        raise TooManySpares(MOST_SPARES)
    return _create(lock_edition(edition), [None] * count, now)


@transaction.atomic
def replace_badge(*, badge: Badge, why: BadgeEnd | str, by: Person | None, now: datetime) -> Badge:
    """End the badge and make another one; a second click gives the one that was made already."""
    edition = lock_edition(badge.edition_id)
    badge.refresh_from_db()
    if badge.ended_at is not None:
        if badge.registration_id is None:
            raise BadgeEnded
        standing = badge_in_force(badge.registration_id)
        if standing is None:
            raise BadgeEnded
        return standing
    if badge.registration is not None:
        _check_confirmed(badge.registration)
        _record(edition, by, now)
    _end(badge, why, now)
    return _create(edition, [badge.registration_id], now)[0]


@transaction.atomic
def hand_spare(
    *,
    badge: Badge,
    registration: Registration,
    by: Person | None,
    now: datetime,
    instead: BadgeEnd | str = "",
) -> Badge:
    """Give the spare badge to a registration; marks taken through it come along.

    `instead` says what became of the badge that the person had: lost, spoilt.
    """
    edition = lock_edition(badge.edition_id)
    badge.refresh_from_db()
    registration.refresh_from_db()
    if badge.ended_at is not None:
        raise BadgeEnded
    if badge.registration_id == registration.pk:
        return badge
    if badge.registration_id is not None or registration.edition_id != badge.edition_id:
        raise BadgeTaken
    _check_confirmed(registration)
    standing = badge_in_force(registration.pk)
    if standing is not None:
        if not instead:
            raise HasBadge
        _end(standing, instead, now)
    badge.registration = registration
    badge.save(update_fields=["registration"])
    _record(edition, by, now)
    return badge


@transaction.atomic
def end_badges_of(*, registration: Registration, why: BadgeEnd | str, now: datetime) -> int:
    """No door lets them in any more; their marks stay. Returns how many there were."""
    lock_edition(registration.edition_id)
    standing = Badge.objects.filter(registration=registration, ended_at__isnull=True)
    return standing.update(ended_at=now, ended_why=why)


def badge_in_force(registration: int) -> Badge | None:
    return Badge.objects.filter(registration=registration, ended_at__isnull=True).first()


def _check_confirmed(registration: Registration) -> None:
    if registration.status != RegistrationStatus.CONFIRMED:
        raise NoSeatNoBadge


def _end(badge: Badge, why: BadgeEnd | str, now: datetime) -> None:
    badge.ended_at, badge.ended_why = now, BadgeEnd(why)
    badge.save(update_fields=["ended_at", "ended_why"])


def _record(edition: Edition, by: Person | None, now: datetime) -> None:
    """One person has another badge from now on: a line in the log of access."""
    if by is not None:
        record_access(
            person=by,
            act=AccessRecord.Act.ISSUE,
            register=REGISTER,
            rows=1,
            about=edition.space,
            now=now,
        )


def _create(edition: Edition, owners: Iterable[int | None], now: datetime) -> list[Badge]:
    """Badges with the next serials; the edition is locked, so that no two are alike."""
    last = Badge.objects.filter(edition=edition).aggregate(last=Max("serial"))["last"] or 0
    return Badge.objects.bulk_create(
        Badge(edition=edition, serial=serial, code=new_code(), registration_id=owner, made_at=now)
        for serial, owner in enumerate(owners, start=last + 1)
    )


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _place in range(CODE_LENGTH))
