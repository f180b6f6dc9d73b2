"""Reads of badges: what each says, who may be photographed, the organiser's table."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.core.language import fold
from rost.directory.models import Consent, Purpose
from rost.forum.models import Badge, Edition, Registration
from rost.forum.rules.badges import read_code


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


class BadgeState(models.TextChoices):
    IN_FORCE = "in_force", _("In force")
    UNPRINTED = "unprinted", pgettext_lazy("badge", "Not printed")
    SPARE = "spare", _("Spare")
    ENDED = "ended", pgettext_lazy("badge", "Out of force")


@dataclass(frozen=True, slots=True)
class BadgeFilter:
    """What the address of the badge desk asks for; empty parts ask for everything."""

    state: str = ""
    category: int | None = None
    district: str = ""  # OKTMO code
    text: str = ""  # a name, a serial, or a code


def badge_table(edition: Edition, wanted: BadgeFilter) -> QuerySet[Badge]:
    """Rows of the badge desk, the newest numbers first where somebody is looked for."""
    rows = badges_with_owners(edition)
    if wanted.state:
        rows = rows.filter(STATES[wanted.state])
    if wanted.category is not None:
        rows = rows.filter(registration__category=wanted.category)
    if wanted.district:
        rows = rows.filter(registration__district__code=wanted.district)
    return _searched(rows, wanted.text).order_by("serial")


def _searched(rows: QuerySet[Badge], text: str) -> QuerySet[Badge]:
    named = _named(rows, text)
    if named is not None:
        return named
    for word in fold(text).split():
        rows = rows.filter(registration__person__search_name__contains=word)
    return rows


def _named(rows: QuerySet[Badge], text: str) -> QuerySet[Badge] | None:
    """Rows of this number or code; None for a text that is neither."""
    code, number = read_code(text), text.strip().lstrip("№").strip()
    if code:
        return rows.filter(code=code)
    if number.isascii() and number.isdecimal() and len(number) <= LONGEST_SERIAL:
        return rows.filter(serial=int(number))
    return None


def count_badges(edition: Edition) -> dict[str, int]:
    """How many badges there are in each state; one query."""
    counts = {name: Count("pk", filter=condition) for name, condition in STATES.items()}
    found: dict[str, int] = Badge.objects.filter(edition=edition).aggregate(
        all=Count("pk"), **counts
    )
    return found


def badge_in_hand(edition: Edition, text: str) -> Badge | None:
    """The badge in force that is named by its number or its code."""
    rows = _named(Badge.objects.filter(edition=edition, ended_at__isnull=True), text)
    return rows.first() if rows is not None else None


def badge_by_code(code: str) -> Badge | None:
    return Badge.objects.select_related("edition").filter(code=code).first()


STATES = {
    BadgeState.IN_FORCE.value: Q(ended_at__isnull=True, registration__isnull=False),
    BadgeState.UNPRINTED.value: Q(ended_at__isnull=True, prints=0),
    BadgeState.SPARE.value: Q(ended_at__isnull=True, registration__isnull=True),
    BadgeState.ENDED.value: Q(ended_at__isnull=False),
}
LONGEST_SERIAL = 6
