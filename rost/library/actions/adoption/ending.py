"""How an adoption ends: done, or given up with a reason, which is an honourable end too."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.library.models import Adoption, AdoptionState
from rost.ui.refusals import Refusal

from .locking import lock_adoption, put_card


class StepsLeft(Refusal):
    def __init__(self, number: int) -> None:
        super().__init__(
            _(
                "Steps without a day of doing: %(number)s. Mark them done or take them out of the "
                "plan, then say that it is done."
            )
            % {"number": number}
        )


class ReasonNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Write in a few words why: the next one will be spared this. Nothing was changed.")
        )


@transaction.atomic
def finish(*, adoption: Adoption, now: datetime) -> Adoption:
    """The plan is done; results after 6 and 12 months are still asked for."""
    row = lock_adoption(adoption)
    left = row.steps.filter(done_on__isnull=True).count()
    if left:
        raise StepsLeft(left)
    if row.state != AdoptionState.DONE:
        row.state, row.ended_at = AdoptionState.DONE, now
        row.save(update_fields=["state", "ended_at"])
        put_card(row, now=now)
    return row


@transaction.atomic
def give_up(*, adoption: Adoption, reason: str, now: datetime) -> Adoption:
    """The place may take the practice up again later, with a new plan."""
    row = lock_adoption(adoption)
    if not reason.strip():
        raise ReasonNeeded
    row.state, row.ended_at, row.reason = AdoptionState.GIVEN_UP, now, reason.strip()
    row.save(update_fields=["state", "ended_at", "reason"])
    put_card(row, now=now)
    return row
