"""Reads of badges: what each says, who may be photographed, the organiser's table."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db.models import QuerySet

from rost.directory.models import Consent, Purpose
from rost.forum.models import Badge, Edition, Registration


def photo_consents(people: Iterable[int]) -> set[int]:
    """Which of these people agree to be photographed and filmed now; one query."""
    rows = Consent.objects.filter(
        person__in=list(people), purpose=Purpose.PHOTO_VIDEO, withdrawn_at__isnull=True
    )
    return set(rows.order_by().values_list("person_id", flat=True))


def photo_consents_of(edition: Edition) -> set[int]:
    """The same among all who are registered, however many; one query."""
    rows = Consent.objects.filter(
        person__registrations__edition=edition,
        purpose=Purpose.PHOTO_VIDEO,
        withdrawn_at__isnull=True,
    )
    return set(rows.order_by().values_list("person_id", flat=True))


def badges_with_owners(edition: Edition) -> QuerySet[Badge]:
    """Badges with all that a badge says."""
    return Badge.objects.filter(edition=edition).select_related(
        "edition",
        "registration__person",
        "registration__category",
        "registration__municipality__parent",
        "registration__district",
    )


def faces_of(badges: Iterable[Badge]) -> dict[int, str]:
    """What each badge says now, as a digest by its id; a blank one has none. Three queries."""
    badges = list(badges)
    if not badges:
        return {}
    photo = photo_consents_of(badges[0].edition)
    rows = Registration.objects.filter(
        pk__in=[one.registration_id for one in badges if one.registration_id is not None]
    ).select_related("person", "category")
    owners = {one.pk: one for one in rows}
    return {
        badge.pk: face_of(owners[badge.registration_id], photo)
        for badge in badges
        if badge.registration_id is not None
    }


def face_of(registration: Registration, photo: set[int]) -> str:
    """A digest of what a badge tells of the person, to see later whether that has changed."""
    person, category = registration.person, registration.category
    said = (
        person.surname,
        person.given_name,
        person.patronymic,
        registration.post,
        str(registration.municipality_id),
        category.name,
        category.colour,
        str(registration.person_id in photo),
        str(registration.minor),
    )
    return hashlib.sha256("\0".join(said).encode()).hexdigest()[:16]
