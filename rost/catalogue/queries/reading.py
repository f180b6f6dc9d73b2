"""A card's words as the index holds them, read in one pass over each text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rost.catalogue.models import LONGEST_WORD, Card
from rost.core.language.search.normal import exact_words, loose_forms
from rost.core.language.search.tokens import Token, tokens

MOST_WORDS = 6_000  # of one text: what stands further is not found by


@dataclass(frozen=True, slots=True)
class Reading:
    title: tuple[str, ...]
    summary: tuple[str, ...]
    body: tuple[str, ...]
    loose: tuple[str, ...]
    typed: tuple[str, ...]


def read(card: Card) -> Reading:
    loose: dict[str, None] = {}
    typed: dict[str, None] = {}

    def exact(text: str) -> tuple[str, ...]:
        found: list[str] = []
        for token in tokens(text):
            words, forms = forms_of(token, card.language)
            if words:
                typed[token.text] = None
                found.extend(words)
            loose.update(dict.fromkeys(forms))
            if len(found) >= MOST_WORDS:
                break
        return tuple(found)

    title, summary, body = exact(card.title), exact(card.summary), exact(card.body)
    return Reading(title, summary, body, tuple(loose), tuple(typed))


@lru_cache(maxsize=30_000)
def forms_of(token: Token, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words of a token, and its loose forms."""
    words = tuple(one[:LONGEST_WORD] for one in exact_words(token, language))
    return words, tuple(one[:LONGEST_WORD] for one in loose_forms(token, language))
