"""Other words for what was not found."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rost.catalogue.queries.synonyms import Term, terms
from rost.core.language import read_query, words

MOST = 6


def other_words(query: str) -> tuple[str, ...]:
    """Terms that editors keep beside those of the query; the search has tried them already, so
    they are shown as words to think with.
    """
    typed = {stem for word in read_query(query).words for stem in (*word.stems, *word.loose)}
    table = by_group(terms())
    found = [
        said
        for group in table
        if any(stems and typed.issuperset(stems) for stems, _said in group)
        for stems, said in group
        if not typed.issuperset(stems)
    ]
    return tuple(dict.fromkeys(found))[:MOST]


@lru_cache(maxsize=1)
def by_group(listed: Iterable[Term]) -> tuple[tuple[tuple[tuple[str, ...], str], ...], ...]:
    """Groups of terms, each with its normalised words and as it is written."""
    groups: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for term in listed:
        if not term.is_off:
            groups.setdefault(term.group, []).append((words(term.words, term.language), term.words))
    return tuple(map(tuple, groups.values()))
