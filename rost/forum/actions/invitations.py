"""Named invitations on paper: whom, in which category, and the key behind the printed QR."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from rost.directory.actions.keys import issue_key
from rost.directory.models import KeyKind, Person
from rost.forum.models import Category, Edition, Invitation
from rost.forum.queries.invitations import first_time_heads
from rost.ui.refusals import Refusal

from .locking import lock_edition
from .registration import CategoryUnknown

OPEN_ENDED = timedelta(days=60)


class TooLateToInvite(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Registration has closed: an invitation would open nothing. Move the closing hour.")
        )


def invite(*, edition: Edition, person: Person, category: Category, now: datetime) -> Invitation:
    """Invite a person in a category; inviting again only changes the category."""
    if category.edition_id != edition.pk:
        raise CategoryUnknown
    invitation, _new = Invitation.objects.update_or_create(
        edition=edition,
        person=person,
        defaults={"category": category},
        create_defaults={"category": category, "issued_at": now},
    )
    return invitation


@transaction.atomic
def invite_first_time_heads(*, edition: Edition, category: Category, now: datetime) -> int:
    """Invite every head elected for the first time who is not invited yet; returns how many."""
    if category.edition_id != edition.pk:
        raise CategoryUnknown
    lock_edition(edition)
    invited = set(Invitation.objects.filter(edition=edition).values_list("person_id", flat=True))
    fresh = [head for head in first_time_heads(edition) if head.pk not in invited]
    Invitation.objects.bulk_create(
        Invitation(edition=edition, person=head, category=category, issued_at=now) for head in fresh
    )
    return len(fresh)


@transaction.atomic
def issue_invitation_key(
    *, invitation: Invitation, issued_by: Person | None, now: datetime
) -> tuple[Invitation, str]:
    """A fresh key for the paper; the one printed before stops working.

    The secret is told once and not stored, so printing again always issues anew.
    """
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("edition", "person", "category", "key")
        .get(pk=invitation.pk)
    )
    old = invitation.key
    if old is not None and old.used_at is None and old.revoked_at is None:
        old.revoked_at = now
        old.save(update_fields=["revoked_at"])
    with translation.override(invitation.person.language):
        path = reverse("forum:registration", args=[invitation.edition.slug])
    invitation.key, secret = issue_key(
        person=invitation.person,
        kind=KeyKind.LINK,
        issued_by=issued_by,
        now=now,
        valid_for=valid_for(invitation.edition, now),
        leads_to=path,
    )
    invitation.printed_at = now
    invitation.save(update_fields=["key", "printed_at"])
    return invitation, secret


def valid_for(edition: Edition, now: datetime) -> timedelta:
    """Until the end of registration; where none is set, for two months."""
    if edition.registration_closes_at is None:
        return OPEN_ENDED
    left = edition.registration_closes_at - now
    if left <= timedelta(0):
        raise TooLateToInvite
    return left
