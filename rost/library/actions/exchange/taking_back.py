"""A list taken back: what it began and nobody has touched since goes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.catalogue.actions import cards
from rost.directory.models import ImportBatch
from rost.library.actions.practices import remove_with_files
from rost.library.queries.exchange.batches import brought_by, untouched
from rost.library.queries.practices import key_of
from rost.ui.refusals import Refusal


class NothingToTakeBack(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Nothing of this list can be taken back: its practices were changed, are under "
                "review, or stand in the library already. Nothing was removed."
            )
        )


@transaction.atomic
def take_back_collection(*, batch: ImportBatch, now: datetime) -> tuple[int, int]:
    """How many went and how many stay; drafts that the list rewrote are not among them."""
    locked = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    fresh, whole = untouched(locked), brought_by(locked).count()
    if not fresh:
        raise NothingToTakeBack
    for one in fresh:
        cards.withdraw(key=key_of(one.practice), now=now)
        remove_with_files(one.practice)
    locked.outcome = {**locked.outcome, "taken_back": len(fresh)}
    locked.save(update_fields=["outcome"])
    return len(fresh), whole - len(fresh)
