"""Out of the library and back: the trace stays, with what grew from the practice."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.directory.models import Person
from rost.library.actions.locking import lock_practice
from rost.library.actions.publishing import put_card
from rost.library.messages.reviews import tell_withdrawn
from rost.library.models import Practice, PracticeState, Withdrawal
from rost.library.rules.review import LONGEST_BASIS, LONGEST_REASON

from .refusals import BasisNeeded, NotInLibrary, NotWithdrawn, ReasonNeeded


@transaction.atomic
def withdraw(
    *, practice: Practice, by: Person, by_author: bool, reason: str, basis: str, now: datetime
) -> Withdrawal:
    """Everybody reads its title, the day and the reason; a review that was open is closed."""
    practice = lock_practice(practice)
    reason, basis = reason.strip()[:LONGEST_REASON], basis.strip()[:LONGEST_BASIS]
    if practice.version_id is None or practice.state == PracticeState.WITHDRAWN:
        raise NotInLibrary
    if not reason:
        raise ReasonNeeded
    if not by_author and not basis:
        raise BasisNeeded
    practice.reviews.filter(decided_at__isnull=True).delete()
    practice.state = PracticeState.WITHDRAWN
    practice.withdrawn_at, practice.withdrawal_reason = now, reason
    practice.save(update_fields=["state", "withdrawn_at", "withdrawal_reason"])
    row = Withdrawal.objects.create(
        practice=practice, at=now, by=by, by_author=by_author, reason=reason, basis=basis
    )
    put_card(practice=practice, now=now)
    tell_withdrawn(row, but=by, now=now)
    return row


@transaction.atomic
def bring_back(*, practice: Practice, by: Person, now: datetime) -> Practice:
    """The version that everybody read before is read again; its seal holds as long as it held."""
    practice = lock_practice(practice)
    row = practice.withdrawals.filter(back_at__isnull=True).last()
    if practice.state != PracticeState.WITHDRAWN or row is None:
        raise NotWithdrawn
    row.back_at, row.back_by = now, by
    row.save(update_fields=["back_at", "back_by"])
    practice.state = PracticeState.PUBLISHED
    practice.withdrawn_at, practice.withdrawal_reason = None, ""
    practice.save(update_fields=["state", "withdrawn_at", "withdrawal_reason"])
    put_card(practice=practice, now=now)
    return practice
