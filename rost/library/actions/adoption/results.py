"""Telling the result after 6 and 12 months, in the same indicators as the original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.core.passport import Result
from rost.library.messages.adoption import tell_result_told
from rost.library.models import Adoption, AdoptionResult
from rost.ui.refusals import Refusal

from .locking import lock_adoption, put_card


class NothingTold(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Write at least one figure, or say in words what came of it."))


@transaction.atomic
def tell_result(
    *,
    adoption: Adoption,
    months: int,
    results: Sequence[Result],
    text: str,
    seen: int,
    now: datetime,
) -> AdoptionResult:
    """May be told before its day and mended later; the authors are thanked once a result."""
    row = lock_adoption(adoption, seen=seen)
    filled = [one for one in results if one.before or one.after]
    if not filled and not text.strip():
        raise NothingTold
    result = row.results.get(months=months)
    first = result.told_at is None
    result.results, result.text = [asdict(one) for one in filled], text.strip()
    result.told_at = result.told_at or now
    result.save(update_fields=["results", "text", "told_at"])
    row.saving += 1
    row.save(update_fields=["saving"])
    put_card(row, now=now)
    if first:
        tell_result_told(row, result, now=now)
    return result
