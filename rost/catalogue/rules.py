"""Bands of money and of residents, bounds of a search, and rights by which cards are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rost.directory.models import RoleName
from rost.directory.rules import Right

MOST_COUNTED = 1_000  # cards that a search counts; beyond it says «more»
MOST_LISTED = 5_000  # cards that are counted where no word is asked
RANKED = 100  # the best for the database, put in order by the ranking
FEW = 3  # below it a search looks for words like those typed


EDIT_SYNONYMS = Right.of("catalogue.synonyms", RoleName.EDITOR)


def most_read(cards: int) -> int:
    """Rows of the index that a search reads among so many cards: what it may cost (measured in
    docs/algorithms/search-ranking.md) decides.

    >>> most_read(900), most_read(60_000), most_read(1_000_000)
    (12000, 15000, 25000)
    """
    return min(max(12_000, cards // 4), 25_000)


@dataclass(frozen=True, slots=True)
class Band:
    """From `least` to just under `below`; kopecks or residents."""

    code: str
    least: int
    below: int | None


COST_BANDS = (
    Band("to-100k", 0, 10_000_000),
    Band("to-500k", 10_000_000, 50_000_000),
    Band("to-1m", 50_000_000, 100_000_000),
    Band("to-3m", 100_000_000, 300_000_000),
    Band("from-3m", 300_000_000, None),
)
PEOPLE_BANDS = (
    Band("to-500", 0, 500),
    Band("to-1000", 500, 1_000),
    Band("to-3000", 1_000, 3_000),
    Band("to-10000", 3_000, 10_000),
    Band("from-10000", 10_000, None),
)


def band_of(bands: Sequence[Band], value: int | None) -> str:
    """
    >>> band_of(PEOPLE_BANDS, 500), band_of(PEOPLE_BANDS, None)
    ('to-1000', '')
    """
    if value is None:
        return ""
    fitting = (one for one in bands if value >= one.least)
    return next((one.code for one in fitting if one.below is None or value < one.below), "")


_RIGHTS: dict[str, Right] = {}


def register_right(right: Right) -> None:
    """A right that cards name: its holders find them within their reach."""
    _RIGHTS[right.name] = right


def rights() -> tuple[Right, ...]:
    return tuple(_RIGHTS[name] for name in sorted(_RIGHTS))
