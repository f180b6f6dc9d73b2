"""The one door of this room to the catalogue's search."""

from rost.portal.queries.search.plain import (
    COST_BANDS,
    PEOPLE_BANDS,
    Filters,
    Found,
    Hit,
    Piece,
    Suggestion,
    cards_of_place,
    cards_seen_by,
    facets,
    search,
    suggest,
)

__all__ = [
    "COST_BANDS",
    "PEOPLE_BANDS",
    "Filters",
    "Found",
    "Hit",
    "Piece",
    "Suggestion",
    "cards_of_place",
    "cards_seen_by",
    "facets",
    "search",
    "suggest",
]
