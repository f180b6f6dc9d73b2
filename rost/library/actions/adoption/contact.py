"""Being called by others: agreed to by a tick of its own, withdrawn any time."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Person
from rost.library.models import Adoption
from rost.ui.refusals import Refusal


class ContactNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Write whom to call and how, and tick that everybody may read it. Nothing was saved.")
        )


@transaction.atomic
def agree_to_be_called(
    *, adoption: Adoption, contact: str, agrees: bool, by: Person, now: datetime
) -> Adoption:
    """Words and tick together; one without the other is nothing."""
    if not contact.strip() or not agrees:
        raise ContactNeeded
    row = Adoption.objects.select_for_update().get(pk=adoption.pk)
    row.contact, row.contact_agreed_at, row.contact_by = contact.strip(), now, by
    row.save(update_fields=["contact", "contact_agreed_at", "contact_by"])
    return row


def withdraw_contact(*, adoption: Adoption) -> None:
    """The words go with the consent: nothing is kept that nobody may read."""
    Adoption.objects.filter(pk=adoption.pk).update(
        contact="", contact_agreed_at=None, contact_by=None
    )
