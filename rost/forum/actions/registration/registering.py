"""Registering people: once each, within the hours and the limits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from rost.directory.models import Municipality, Person
from rost.forum.actions.locking import lock_edition
from rost.forum.messages import registration as messages
from rost.forum.models import Category, Edition, Registration, RegistrationStatus
from rost.forum.queries.registration import (
    district_of,
    has_invitation,
    limits_of,
    taken_of,
)
from rost.forum.rules.registration import Claim, Hours, decide, hours

from .refusals import (
    BasisNeeded,
    CategoryUnknown,
    InvitationNeeded,
    MunicipalityNeeded,
    RegistrationClosed,
    RegistrationNotOpen,
)
from .seats import fill_free_places, seated_status


@transaction.atomic
def register(
    *,
    edition: Edition,
    person: Person,
    category: Category,
    now: datetime,
    municipality: Municipality | None = None,
    post: str = "",
    answers: Mapping[str, str] | None = None,
    registered_by: Person | None = None,
    basis: str = "",
    at_any_hour: bool = False,
) -> Registration:
    """Give a seat or a place on the waiting list; a second call changes and tells nothing.

    A cancelled registration begins anew at the end of the queue. `at_any_hour` is for
    organisers, who also enter people before the opening and after the closing.
    """
    if registered_by == person:
        registered_by = None
    if registered_by is not None and not basis.strip():
        raise BasisNeeded
    edition = lock_edition(edition)
    registration = Registration.objects.filter(edition=edition, person=person).first()
    if registration is not None and registration.status != RegistrationStatus.CANCELLED:
        return registration
    if not at_any_hour:
        check_hours(edition, now)
    check_category(edition, category, person, municipality)
    registration = registration or Registration(edition=edition, person=person)
    registration.category = category
    registration.municipality = municipality
    registration.district = district_of(municipality)
    registration.post = post.strip()[:300]
    registration.answers = dict(answers or {})
    registration.registered_by = registered_by
    registration.basis = basis.strip()[:300] if registered_by is not None else ""
    registration.queued_at = registration.changed_at = now
    registration.status = status_for(edition, registration, now)
    registration.save()
    messages.tell_registered(registration, now=now)
    return registration


def status_for(edition: Edition, registration: Registration, now: datetime) -> RegistrationStatus:
    """A seat if every limit has room, also once those who wait already have had theirs."""
    claim = Claim(registration.category_id, registration.district_id)
    limits = limits_of(edition)
    if not decide(limits, taken_of(edition), claim).seat:
        return RegistrationStatus.WAITING
    overtaken = fill_free_places(edition=edition, now=now)
    if overtaken and not decide(limits, taken_of(edition), claim).seat:
        return RegistrationStatus.WAITING
    return seated_status(edition)


def check_hours(edition: Edition, now: datetime) -> None:
    opens_at, closes_at = edition.registration_opens_at, edition.registration_closes_at
    state = hours(opens_at=opens_at, closes_at=closes_at, now=now)
    if state is Hours.CLOSED:
        raise RegistrationClosed(closes_at)
    if state is not Hours.OPEN:
        raise RegistrationNotOpen(opens_at)


def check_category(
    edition: Edition, category: Category, person: Person, municipality: Municipality | None
) -> None:
    if category.edition_id != edition.pk:
        raise CategoryUnknown
    if category.needs_invitation and not has_invitation(edition, person, category):
        raise InvitationNeeded
    if category.from_municipality and municipality is None:
        raise MunicipalityNeeded
