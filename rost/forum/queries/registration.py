"""Reads of registration: limits, seats taken, the waiting list, and the doors to single rows."""

from __future__ import annotations

from django.db.models import Count, Q, prefetch_related_objects

from rost.directory.models import Municipality, Person
from rost.directory.rules import Visitor, may
from rost.forum.models import (
    Category,
    Edition,
    Invitation,
    Quota,
    Registration,
    RegistrationStatus,
)
from rost.forum.rules import MANAGE_REGISTRATIONS, REGISTER_OTHERS
from rost.forum.rules.registration import Claim, Limits, Taken

HOLDING = (RegistrationStatus.REQUESTED, RegistrationStatus.CONFIRMED)


def district_of(municipality: Municipality | None) -> Municipality | None:
    """The district or okrug whose quota a place draws on; the region itself has none."""
    if municipality is None or municipality.parent_id is None:
        return None
    if municipality.district_code == municipality.code:
        return municipality
    return Municipality.objects.get(code=municipality.district_code)


def categories_once(edition: Edition) -> list[Category]:
    """Categories in their order, kept on this very object: one query however often asked.

    `lock_edition` gives another object, so whoever counts seats reads them afresh.
    """
    prefetch_related_objects([edition], "categories")
    return list(edition.categories.all())


def limits_of(edition: Edition) -> Limits:
    """All limits of an edition; two queries."""
    quotas = list(Quota.objects.filter(edition=edition).order_by("id"))
    return Limits(
        capacity=edition.capacity,
        categories={one.pk: one.seats for one in categories_once(edition) if one.seats is not None},
        districts={one.district_id: one.seats for one in quotas if one.category_id is None},
        shares={
            (one.district_id, one.category_id): one.seats
            for one in quotas
            if one.category_id is not None
        },
    )


def taken_of(edition: Edition) -> Taken:
    """Seats held now; one query."""
    rows = (
        Registration.objects.filter(edition=edition, status__in=HOLDING)
        .order_by()
        .values_list("category_id", "district_id")
        .annotate(people=Count("pk"))
    )
    return Taken({Claim(category, district): people for category, district, people in rows})


def waiting_claims(edition: Edition) -> set[Claim]:
    """What those who wait draw on, each claim once; one query however many they are."""
    rows = (
        Registration.objects.filter(edition=edition, status=RegistrationStatus.WAITING)
        .order_by()
        .values_list("category_id", "district_id")
        .distinct()
    )
    return {Claim(category, district) for category, district in rows}


def waiting_list(edition: Edition) -> list[Registration]:
    """Everyone who waits, in the order in which seats are given."""
    return list(
        Registration.objects.filter(edition=edition, status=RegistrationStatus.WAITING)
        .order_by("queued_at", "id")
        .select_related("person", "edition", "category")
    )


def place_in_queue(registration: Registration) -> int:
    """One's number on the waiting list, from 1; 0 for who does not wait."""
    if registration.status != RegistrationStatus.WAITING:
        return 0
    ahead = Q(queued_at__lt=registration.queued_at) | Q(
        queued_at=registration.queued_at, pk__lt=registration.pk
    )
    return 1 + (
        Registration.objects.filter(
            ahead, edition=registration.edition_id, status=RegistrationStatus.WAITING
        ).count()
    )


def has_invitation(edition: Edition, person: Person, category: Category) -> bool:
    return Invitation.objects.filter(edition=edition, person=person, category=category).exists()


def invitation_of(edition: Edition, person: Person) -> Invitation | None:
    return (
        Invitation.objects.filter(edition=edition, person=person).select_related("category").first()
    )


def registration_of(edition: Edition, person: Person | None) -> Registration | None:
    """One's own registration, cancelled or not; None for strangers."""
    if person is None:
        return None
    return (
        Registration.objects.filter(edition=edition, person=person)
        .select_related("edition", "person", "category", "municipality__parent", "district")
        .first()
    )


def get_registration_for(visitor: Visitor, edition: Edition, identity: int) -> Registration:
    """A registration for whoever may manage it: organisers, and curators in their territory.

    Raises `Registration.DoesNotExist` for all others, who are not told that it exists.
    """
    found = Registration.objects.select_related(
        "edition", "person", "category", "municipality__parent", "district", "registered_by"
    ).get(edition=edition, pk=identity)
    territory = found.municipality.path if found.municipality is not None else ""
    if may(visitor, MANAGE_REGISTRATIONS, space=edition.space) or (
        territory and may(visitor, REGISTER_OTHERS, territory=territory, space=edition.space)
    ):
        return found
    raise Registration.DoesNotExist
