"""Other words for what was not found."""

from __future__ import annotations


def other_words(query: str) -> tuple[str, ...]:
    """Synonyms that editors keep."""
    return ()
