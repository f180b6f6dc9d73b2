"""Tables of the catalogue: cards, who may see them, lineage, and what readers look for."""

from .cards import Audience, Card, CardIssue, CardReader
from .index import (
    LONGEST_WORD,
    GenerationState,
    IndexedCard,
    IndexedWord,
    IndexGeneration,
)
from .lineage import Growth, Lineage
from .searches import SavedSearch, SearchQuestion
from .synonyms import Synonym, Way

__all__ = [
    "LONGEST_WORD",
    "Audience",
    "Card",
    "CardIssue",
    "CardReader",
    "GenerationState",
    "Growth",
    "IndexGeneration",
    "IndexedCard",
    "IndexedWord",
    "Lineage",
    "SavedSearch",
    "SearchQuestion",
    "Synonym",
    "Way",
]
