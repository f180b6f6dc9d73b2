"""The plan of an adoption: its steps as they are now, what is done otherwise, what it cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.library.models import Adoption, AdoptionStep
from rost.library.rules.adoption import MOST_STEPS, months_later
from rost.ui.refusals import Refusal

from .locking import lock_adoption, put_card


class DoneAhead(Refusal):
    def __init__(self, text: str) -> None:
        super().__init__(
            _("The day when «%(step)s» was done is not in the future. Mend the day.")
            % {"step": text[:80]}
        )


class TooManySteps(Refusal):
    def __init__(self) -> None:
        super().__init__(_("A plan has at most %(most)s steps.") % {"most": MOST_STEPS})


@dataclass(frozen=True, slots=True)
class PlannedStep:
    text: str
    due_on: date
    done_on: date | None = None
    note: str = ""


@transaction.atomic
def save_plan(
    *,
    adoption: Adoption,
    steps: Sequence[PlannedStep],
    begins_on: date,
    changed: str,
    kopecks: int | None,
    seen: int,
    today: date,
    now: datetime,
) -> Adoption:
    """The whole plan anew, in this order; results that are not told move with the beginning."""
    row = lock_adoption(adoption, seen=seen)
    if len(steps) > MOST_STEPS:
        raise TooManySteps
    for one in steps:
        if one.done_on is not None and one.done_on > today:
            raise DoneAhead(one.text)
    if begins_on != row.begins_on:
        for result in row.results.filter(told_at__isnull=True):
            result.due_on = months_later(begins_on, result.months)
            result.save(update_fields=["due_on"])
    row.begins_on, row.changed, row.kopecks = begins_on, changed, kopecks
    row.saving += 1
    row.save(update_fields=["begins_on", "changed", "kopecks", "saving"])
    row.steps.all().delete()
    AdoptionStep.objects.bulk_create(
        AdoptionStep(
            adoption=row,
            number=number,
            text=one.text,
            due_on=one.due_on,
            done_on=one.done_on,
            note=one.note,
        )
        for number, one in enumerate(steps, start=1)
    )
    put_card(row, now=now)
    return row
