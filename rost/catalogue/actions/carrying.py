"""When municipalities become another one: their cards go on in the successor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from rost.catalogue.queries.carrying import cards_of_places
from rost.directory.models import Municipality


def lock_nothing(*, on: date) -> None:
    """Whoever puts a card asks for no place after it."""


def carry_cards(
    *, predecessors: Sequence[int], successor: Municipality, on: date, now: datetime
) -> int:
    """Residents are those of the successor; the words of a card stay, so the index does too."""
    latest = successor.populations.order_by("-year").first()
    return cards_of_places(predecessors).update(
        municipality=successor,
        place_path=successor.path,
        district=successor.district_code,
        people=latest.people if latest is not None else None,
        changed_at=now,
    )
