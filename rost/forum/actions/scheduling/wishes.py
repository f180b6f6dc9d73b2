"""Marking what one wants to hear, before the programme exists."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from rost.forum.actions.locking import lock_edition
from rost.forum.models import Registration, RegistrationStatus, SchedulingRules, Wish
from rost.forum.queries.scheduling.wishes import (
    wishable,
)
from rost.forum.rules.scheduling import WishHours, wish_hours

from .refusals import OnlyRegistered, WishesClosed


@transaction.atomic
def set_wishes(*, registration: Registration, codes: Collection[str], now: datetime) -> int:
    """These sessions and no others; codes of what cannot be wished are passed over."""
    edition = lock_edition(registration.edition_id)
    registration = Registration.objects.get(pk=registration.pk)
    if registration.status == RegistrationStatus.CANCELLED:
        raise OnlyRegistered
    rules = SchedulingRules.objects.filter(edition=edition).first()
    opens_at = rules.wishes_open_at if rules else None
    closes_at = rules.wishes_close_at if rules else None
    if wish_hours(opens_at=opens_at, closes_at=closes_at, now=now) is not WishHours.OPEN:
        raise WishesClosed
    wanted = {one.pk for one in wishable(edition) if one.code in codes}
    own = Wish.objects.filter(registration=registration)
    own.exclude(session__in=wanted).delete()
    known = set(own.values_list("session_id", flat=True))
    Wish.objects.bulk_create(
        Wish(session_id=one, registration=registration, wished_at=now)
        for one in sorted(wanted - known)
    )
    return len(wanted)
