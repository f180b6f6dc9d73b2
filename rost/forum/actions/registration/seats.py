"""Giving free seats of an edition to those who wait, in order, telling each once."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from rost.forum.actions.locking import lock_edition
from rost.forum.messages import registration as messages
from rost.forum.models import Edition, Registration, RegistrationStatus
from rost.forum.queries.registration import (
    limits_of,
    taken_of,
    waiting_claims,
    waiting_list,
)
from rost.forum.rules.registration import Claim, decide, promotions


def seated_status(edition: Edition) -> RegistrationStatus:
    """What a registration with a seat becomes: confirmed at once, or requested until by hand."""
    if edition.confirm_by_hand:
        return RegistrationStatus.REQUESTED
    return RegistrationStatus.CONFIRMED


def claim_of(registration: Registration) -> Claim:
    return Claim(registration.category_id, registration.district_id)


def is_over(edition: Edition, now: datetime) -> bool:
    """After its last day nobody is told of a seat; the forum being shown is one of the past."""
    today = now.astimezone(ZoneInfo(edition.timezone)).date()
    return edition.ends_on < today and not edition.is_demonstration


@transaction.atomic
def fill_free_places(*, edition: Edition, now: datetime) -> list[Registration]:
    """Move up the waiting list as far as the limits let it; returns those who got a seat.

    Called by every action here that frees a seat; call it after any other change of limits.
    """
    edition = lock_edition(edition)
    wanted = waiting_claims(edition)
    if not wanted or is_over(edition, now):
        return []
    limits, taken = limits_of(edition), taken_of(edition)
    if not any(decide(limits, taken, claim).seat for claim in wanted):
        return []  # the usual case: the queue itself need not be read
    queue = waiting_list(edition)
    chosen = promotions(limits, taken, [(one.pk, claim_of(one)) for one in queue])
    by_id = {one.pk: one for one in queue}
    promoted = [by_id[identity] for identity in chosen]
    for registration in promoted:
        registration.status = seated_status(edition)
        registration.changed_at = now
        registration.save(update_fields=["status", "changed_at"])
        messages.tell_promoted(registration, now=now)
    return promoted
