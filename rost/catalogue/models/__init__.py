"""Tables of the catalogue: cards, who may see them, lineage, and what readers look for."""

from .cards import Audience, Card, CardIssue, CardReader
from .lineage import Growth, Lineage
from .searches import SavedSearch, SearchQuestion

__all__ = [
    "Audience",
    "Card",
    "CardIssue",
    "CardReader",
    "Growth",
    "Lineage",
    "SavedSearch",
    "SearchQuestion",
]
