"""What the words being typed may become: titles of cards that the visitor may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rost.catalogue.adapters import Ask, Wanted, database
from rost.catalogue.models import Card
from rost.catalogue.queries.cards import cards_seen_by
from rost.catalogue.queries.search.words import (
    Vocabulary,
    begun,
    current,
    forms_in,
    vocabulary_of,
)
from rost.catalogue.rules import most_read
from rost.core.language import Query, Word, fold, read_query
from rost.directory.models import Municipality
from rost.directory.rules import Visitor

LOOKED_AT = 60  # titles; the best of them are shown


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A title; `path` is its page without a language, `language` that of the title."""

    text: str
    kind: str
    path: str
    language: str
    place: Municipality | None


def suggest(visitor: Visitor, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
    """Titles with all the words, the last of them perhaps unfinished; those that begin so first.

    Where no title has them and the text reads better on the other keyboard layout, what is meant.
    """
    generation = current()
    if generation is None:
        return ()
    query = read_query(text, typing=True)
    found = titled(visitor, query, vocabulary_of(generation, forms_in(query)))
    if not found and query.keyboard:
        text = query.keyboard
        query = read_query(text, typing=True)
        found = titled(visitor, query, vocabulary_of(generation, forms_in(query)))
    start = fold(text)
    found.sort(key=lambda card: not fold(card.title).startswith(start))
    return tuple(
        Suggestion(card.title, card.kind, card.path, card.language, card.municipality)
        for card in one_of_a_title(found)[:limit]
    )


def titled(visitor: Visitor, query: Query, vocabulary: Vocabulary) -> list[Card]:
    """Cards whose titles have every word; the vocabulary is of what everybody sees."""
    wanted = tuple(wanted_of(word, vocabulary) for word in query.words if not word.whole)
    if not wanted:
        return []
    cards = cards_seen_by(visitor)
    ask = Ask(
        wanted=wanted,
        slot=vocabulary.generation.slot,
        cards=cards,
        most=LOOKED_AT,
        most_read=most_read(vocabulary.generation.cards),
        title_only=True,
        every=True,
    )
    chosen = [card for card, _score in database().best(ask)]
    rows = cards.select_related("municipality__parent").in_bulk(chosen)
    return [rows[pk] for pk in chosen if pk in rows]


def wanted_of(word: Word, vocabulary: Vocabulary) -> Wanted:
    forms = dict.fromkeys((*word.stems, *word.loose))
    if word.starts:
        forms |= dict.fromkeys(form for form, _cards in begun(vocabulary, word.starts))
    return Wanted(tuple(forms) or (word.typed,), vocabulary.rarity(forms))


def one_of_a_title(cards: Sequence[Card]) -> list[Card]:
    """Of cards with one title in one place the first."""
    first: dict[tuple[str, int | None], Card] = {}
    for card in cards:
        first.setdefault((fold(card.title), card.municipality_id), card)
    return list(first.values())
