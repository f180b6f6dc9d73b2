"""What a person has promised: to confirm, due soon, late; for their own page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from rost.directory.models import Person
from rost.directory.queries.visitors import local_day
from rost.forum.models import Commitment, CommitmentState

from .confirmers import answerable_by

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Mine:
    """Late ones first, then those to confirm, then by their day."""

    to_confirm: tuple[Commitment, ...] = ()
    late: tuple[Commitment, ...] = ()
    soon: tuple[Commitment, ...] = ()
    ahead: tuple[Commitment, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.to_confirm or self.late or self.soon or self.ahead)


def mine_of(person: Person, now: datetime) -> Mine:
    """One query."""
    day = local_day(now)
    asked = Q(state=CommitmentState.NOTED, asked_at__isnull=False, proposed_due_on__isnull=True)
    rows = list(
        Commitment.objects.filter(
            answerable_by(person, day), asked | Q(state=CommitmentState.CONFIRMED)
        )
        .select_related("edition", "session")
        .order_by("due_on", "pk")
    )
    confirmed = [one for one in rows if one.state == CommitmentState.CONFIRMED]
    return Mine(
        to_confirm=tuple(one for one in rows if one.state == CommitmentState.NOTED),
        late=tuple(one for one in confirmed if one.due_on < day),
        soon=tuple(one for one in confirmed if day <= one.due_on <= day + SOON),
        ahead=tuple(one for one in confirmed if one.due_on > day + SOON),
    )
