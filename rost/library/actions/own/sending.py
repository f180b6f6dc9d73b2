"""Sending a practice for review and taking it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.catalogue.messages import FIELD_NAMES
from rost.core.passport import missing
from rost.library.actions.locking import lock_practice
from rost.library.actions.publishing import put_card
from rost.library.models import Practice, PracticeState
from rost.library.queries.own.changes import differs
from rost.library.queries.practices import passport_of
from rost.ui.refusals import Refusal

from .drafts import WRITTEN, NotWritten


class Incomplete(Refusal):
    def __init__(self, fields: tuple[str, ...]) -> None:
        self.fields = fields
        names = ", ".join(f"«{FIELD_NAMES[name]}»" for name in fields)
        super().__init__(
            _("The practice is not sent yet: %(names)s still to be filled in. Everything is saved.")
            % {"names": names}
        )


class NothingChanged(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Nothing has changed since the version in the library, so there is nothing to send.")
        )


class ReviewBegun(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "A reviewer is reading the practice now, so it stays as it was sent. If something "
                "in it is wrong, tell the reviewer: it comes back to you with remarks."
            )
        )


@transaction.atomic
def send_practice(*, practice: Practice, note: str, now: datetime) -> Practice:
    """Sent twice it is sent once; `note` says what changed since the version in the library."""
    practice = lock_practice(practice)
    if practice.state == PracticeState.SENT:
        return practice
    if practice.state not in WRITTEN:
        raise NotWritten
    wanted = missing(passport_of(practice))
    if wanted:
        raise Incomplete(wanted)
    if practice.version is not None and not differs(practice, practice.version):
        raise NothingChanged
    practice.state = PracticeState.SENT
    practice.sent_at = now
    practice.change_note = note.strip()[:300]
    practice.save(update_fields=["state", "sent_at", "change_note"])
    put_card(practice=practice, now=now)
    return practice


@transaction.atomic
def take_back(*, practice: Practice, now: datetime) -> Practice:
    """The authors' again, while no reviewer has begun."""
    practice = lock_practice(practice)
    if practice.state != PracticeState.SENT:
        return practice
    if practice.reviews.filter(decided_at__isnull=True).exists():
        raise ReviewBegun
    published = practice.version_id is not None
    practice.state = PracticeState.PUBLISHED if published else PracticeState.DRAFT
    practice.sent_at = None
    practice.save(update_fields=["state", "sent_at"])
    put_card(practice=practice, now=now)
    return practice
