"""The language of search: what of a text is indexed, and what of a query is looked for."""

from __future__ import annotations

from . import russian
from .bashkir import bashkir_stem, folded_stem
from .distance import distance
from .normal import loose_words, words
from .query import Query, Word, read_query

__all__ = [
    "Query",
    "Word",
    "bashkir_stem",
    "distance",
    "folded_stem",
    "loose_words",
    "read_query",
    "warm",
    "words",
]


def warm() -> None:
    """Load the dictionary now, before the server forks, so that its children share it."""
    russian.load()
