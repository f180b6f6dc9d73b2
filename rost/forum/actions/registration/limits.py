"""Changing the hours and the limits of registration; raised limits are filled at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.forum.actions.locking import lock_edition
from rost.forum.models import Category, Edition, Quota, Registration
from rost.ui.refusals import Refusal

from .seats import fill_free_places


class HoursOutOfOrder(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Registration closes before it opens: correct one of the two moments."))


@transaction.atomic
def change_hours(
    *,
    edition: Edition,
    opens_at: datetime | None,
    closes_at: datetime | None,
    confirm_by_hand: bool,
) -> Edition:
    if opens_at is not None and closes_at is not None and closes_at <= opens_at:
        raise HoursOutOfOrder
    edition = lock_edition(edition)
    edition.registration_opens_at = opens_at
    edition.registration_closes_at = closes_at
    edition.confirm_by_hand = confirm_by_hand
    edition.save(
        update_fields=["registration_opens_at", "registration_closes_at", "confirm_by_hand"]
    )
    return edition


@transaction.atomic
def change_limits(
    *,
    edition: Edition,
    capacity: int | None,
    category_seats: Mapping[int, int | None],
    now: datetime,
) -> list[Registration]:
    """Set the capacity and the seats of categories; returns those who moved up because of it."""
    edition = lock_edition(edition)
    edition.capacity = capacity
    edition.save(update_fields=["capacity"])
    for category in Category.objects.filter(edition=edition, pk__in=category_seats):
        category.seats = category_seats[category.pk]
        category.save(update_fields=["seats"])
    return fill_free_places(edition=edition, now=now)


@transaction.atomic
def change_quotas(
    *,
    edition: Edition,
    seats: Mapping[tuple[int, int | None], int | None],
    now: datetime,
) -> list[Registration]:
    """Set quotas of (district, category or None for all); None removes one."""
    edition = lock_edition(edition)
    for (district, category), number in seats.items():
        rows = Quota.objects.filter(edition=edition, district=district, category=category)
        if number is None:
            rows.delete()
        elif not rows.update(seats=number):
            Quota.objects.create(
                edition=edition, district_id=district, category_id=category, seats=number
            )
    return fill_free_places(edition=edition, now=now)


class CategoryTaken(Refusal):
    def __init__(self) -> None:
        super().__init__(_("There is a category with this name already."))


@transaction.atomic
def add_category(
    *,
    edition: Edition,
    name: str,
    seats: int | None = None,
    needs_invitation: bool = False,
    from_municipality: bool = True,
) -> Category:
    """A new category at the end of the list."""
    edition = lock_edition(edition)
    kept = Category.objects.filter(edition=edition)
    name = " ".join(name.split())
    if kept.filter(name=name).exists():
        raise CategoryTaken
    return Category.objects.create(
        edition=edition,
        name=name,
        seats=seats,
        needs_invitation=needs_invitation,
        from_municipality=from_municipality,
        position=kept.count(),
    )
