"""When municipalities become another one: their practices go on in the successor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from rost.directory.models import Municipality
from rost.library.queries.carrying import practices_of_places


def lock_nothing(*, on: date) -> None:
    """Whoever writes a practice holds its row alone and asks for no place after it."""


def carry_practices(
    *, predecessors: Sequence[int], successor: Municipality, on: date, now: datetime
) -> int:
    return practices_of_places(predecessors).update(municipality=successor)
