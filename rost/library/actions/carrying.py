"""When municipalities become another one: their practices go on in the successor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from rost.directory.models import Municipality
from rost.library.models import Practice, Shelved, Version
from rost.library.queries.carrying import practices_of_places

from .locking import lock_practice
from .publishing import put_card


def lock_nothing(*, on: date) -> None:
    """Whoever writes a practice holds its row alone and asks for no place after it."""


@transaction.atomic
def carry_practices(
    *, predecessors: Sequence[int], successor: Municipality, on: date, now: datetime
) -> int:
    """The place and its code, in the working copy and in every version; what was done stays."""
    numbers = list(practices_of_places(predecessors).order_by("pk").values_list("pk", flat=True))
    for number in numbers:
        carry(lock_practice(Practice(pk=number)), predecessors, successor, now)
    Shelved.objects.filter(municipality__in=predecessors).update(municipality=successor)
    return len(numbers)


def carry(
    practice: Practice, predecessors: Sequence[int], successor: Municipality, now: datetime
) -> None:
    """A window open meanwhile is told, as by any saving."""
    if practice.municipality_id in predecessors:
        practice.municipality = successor
        practice.passport = practice.passport | {"territory": successor.code}
        practice.saving += 1
        practice.save(update_fields=["municipality", "passport", "saving"])
    for version in Version.objects.filter(practice=practice, municipality__in=predecessors):
        version.municipality = successor
        version.passport = version.passport | {"territory": successor.code}
        version.save(update_fields=["municipality", "passport"])
    put_card(practice=lock_practice(practice), now=now)
