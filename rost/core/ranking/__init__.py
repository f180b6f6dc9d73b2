"""How well a text answers a query: one ranking for every database."""

from rost.core.ranking.check import verify
from rost.core.ranking.model import (
    KIN_SHARE,
    MIN_KIN,
    Measures,
    Scored,
    Sought,
    Text,
    are_kin,
    rarity,
)
from rost.core.ranking.ranking import rank

__all__ = [
    "KIN_SHARE",
    "MIN_KIN",
    "Measures",
    "Scored",
    "Sought",
    "Text",
    "are_kin",
    "rank",
    "rarity",
    "verify",
]
