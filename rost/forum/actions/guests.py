"""Guests at the desk: people without a registration, minors among them, and their consents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.core.language import fold
from rost.directory.actions.consents import give_consent, withdraw_consent
from rost.directory.models import Municipality, Person, Purpose
from rost.directory.queries.consents import current_texts
from rost.forum.models import Badge, Category, Edition, Registration, RegistrationStatus
from rost.forum.queries.registration import district_of
from rost.ui.refusals import Refusal

from .badges import hand_spare
from .locking import lock_edition
from .proxies import Entry, find_or_add
from .registration import BasisNeeded, CategoryUnknown


class ParentOrPaperNeeded(Refusal):
    """Whoever is under 18 is registered by the will of a parent or guardian."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody under 18 comes with a parent who is here, or with a paper signed by "
                "one: name the parent, or write what paper it is, whose and of what date."
            )
        )


class ParentUnfit(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The parent must be a grown-up with a confirmed registration to this forum. "
                "Register the parent first."
            )
        )


@transaction.atomic
def register_guest(
    *,
    edition: Edition,
    entry: Entry,
    category: Category,
    registered_by: Person,
    basis: str,
    now: datetime,
    municipality: Municipality | None = None,
    photo: bool = False,
    minor: bool = False,
    parent: Registration | None = None,
    parent_paper: str = "",
    badge: Badge | None = None,
) -> Registration:
    """Register who stands at the desk, whatever the limits say, and hand over a spare badge.

    `basis` is how the consent was given: on paper, in own words. A full hall does not turn a
    guest away; the seat counts, so nobody moves up the waiting list in its place. The same guest
    told twice is entered once; who was waiting for a seat is let in.
    """
    if category.edition_id != edition.pk:
        raise CategoryUnknown
    parent = check_parent(edition, minor, parent, parent_paper)
    grounds = parent_paper if minor and parent is None else basis
    if not grounds.strip():
        raise BasisNeeded
    edition = lock_edition(edition)
    registration = told_before(edition, entry, municipality)
    if registration is None:
        person = find_or_add(
            entry, municipality=municipality, registered_by=registered_by, basis=grounds, now=now
        )
        told = {
            "category": category,
            "municipality": municipality,
            "district": district_of(municipality),
            "post": entry.post.strip()[:300],
            "registered_by": registered_by,
            "basis": grounds.strip()[:300],
        }
        registration = _let_in(edition, person, told, now)
        if minor:
            registration.minor, registration.parent = True, parent
        registration.save()
    by = parent.person if parent is not None else registered_by
    record_consents(registration.person, photo=photo, given_by=by, basis=grounds, now=now)
    if badge is not None:
        hand_spare(badge=badge, registration=registration, by=registered_by, now=now)
    return registration


def told_before(
    edition: Edition, entry: Entry, municipality: Municipality | None
) -> Registration | None:
    """A guest of the same name, place and post: the desk has pressed the button twice."""
    return (
        Registration.objects.filter(
            edition=edition,
            at_door=True,
            status=RegistrationStatus.CONFIRMED,
            person__search_name=fold(entry.full_name),
            municipality=municipality,
            post=entry.post.strip()[:300],
        )
        .select_related("person")
        .first()
    )


def check_parent(
    edition: Edition, minor: bool, parent: Registration | None, paper: str
) -> Registration | None:
    """A minor's parent or paper; for a grown-up neither counts (Civil Code, articles 26, 28)."""
    if not minor:
        return None
    if parent is None:
        if not paper.strip():
            raise ParentOrPaperNeeded
        return None
    fit = parent.status == RegistrationStatus.CONFIRMED and not parent.minor
    if not fit or parent.edition_id != edition.pk:
        raise ParentUnfit
    return parent


def record_consents(
    person: Person, *, photo: bool, given_by: Person, basis: str, now: datetime
) -> None:
    """To take part, and to be photographed or not: what was said at the desk is the last word."""
    texts = current_texts((Purpose.PARTICIPATION, Purpose.PHOTO_VIDEO), person.language)
    standing = {
        one.purpose: one
        for one in person.consents.filter(purpose__in=texts, withdrawn_at__isnull=True)
    }
    for purpose, text in texts.items():
        if purpose == Purpose.PHOTO_VIDEO and not photo:
            if purpose in standing:
                withdraw_consent(consent=standing[purpose], now=now)
        elif purpose not in standing:
            give_consent(
                person=person,
                purpose=purpose,
                text=text,
                now=now,
                given_by=given_by,
                basis=basis[:300],
            )


def _let_in(
    edition: Edition, person: Person, told: Mapping[str, Any], now: datetime
) -> Registration:
    """A confirmed registration of the person; what was told at the desk begins a new one only."""
    found = Registration.objects.filter(edition=edition, person=person).first()
    if found is not None and found.status == RegistrationStatus.CONFIRMED:
        return found
    registration = found or Registration(edition=edition, person=person)
    if found is None or found.status == RegistrationStatus.CANCELLED:
        for name, value in told.items():
            setattr(registration, name, value)
        registration.at_door, registration.queued_at = True, now
    registration.status, registration.changed_at = RegistrationStatus.CONFIRMED, now
    return registration
