"""Looks into the index: as typed, then with words alike, then on the other keyboard layout."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from django.db.models import QuerySet

from rost.catalogue.models import Card
from rost.catalogue.queries.synonyms import synonyms_of
from rost.catalogue.rules import FEW
from rost.core.language import Query, Word, read_query
from rost.core.ranking import Sought

from .finding import Matched, find
from .words import Vocabulary, alike, begun, current, forms_in, sought_in, vocabulary_of

LIKE = 0.6  # weight of a word that only looks like the one typed
BEGUN = 0.8  # … of one that begins with it
SYNONYM = 0.5  # … of one that stands for it; parts of a term have far less

Others = dict[str, list[tuple[str, float]]]


@dataclass(frozen=True, slots=True)
class Look:
    """What was sought and the cards that it brought."""

    sought: tuple[Sought, ...] = ()
    matched: Matched = field(default_factory=Matched)
    tolerant: bool = False
    keyboard: str = ""


def look_for(text: str, cards: QuerySet[Card]) -> Look:
    """As typed; where that finds next to nothing, as on the other layout, then words alike."""
    generation = current()
    if generation is None:
        return Look()
    query = read_query(text)
    vocabulary = vocabulary_of(generation, forms_in(query))
    look = looked(query, vocabulary, cards, standing_in(query, vocabulary))
    if len(look.matched.cards) >= FEW:
        return look
    if query.keyboard:
        meant = read_query(query.keyboard)
        known = vocabulary_of(generation, forms_in(meant))
        other = looked(meant, known, cards, standing_in(meant, known))
        if len(other.matched.cards) > len(look.matched.cards):
            return replace(other, keyboard=query.keyboard)
    wider = looked(query, vocabulary, cards, looking_alike(query, vocabulary))
    if len(wider.matched.cards) > len(look.matched.cards):
        return replace(wider, tolerant=True)
    return look


def looked(query: Query, vocabulary: Vocabulary, cards: QuerySet[Card], others: Others) -> Look:
    more = {form for forms in others.values() for form, _weight in forms}
    if more - vocabulary.counts.keys():
        known = vocabulary_of(vocabulary.generation, more).counts
        vocabulary = replace(vocabulary, counts={**vocabulary.counts, **known})
    sought = sought_in(query, vocabulary, others)
    return Look(sought, find(sought, vocabulary, cards))


def standing_in(query: Query, vocabulary: Vocabulary) -> Others:
    """What else a text may say instead of each word: synonyms, and what may have been meant.

    A last word that nobody wrote may be unfinished; another one may have a slip in it.
    """
    others: Others = {}
    asked = {stem for word in query.words for stem in word.stems}
    for one in synonyms_of(query.words):
        # A part of a term says little alone, and nothing where it is another word of the query.
        forms = [(stem, SYNONYM / len(one.stems) ** 2) for stem in one.stems if stem not in asked]
        for place in one.places:
            others.setdefault(query.words[place].typed, []).extend(forms)
    for word in query.words:
        if not vocabulary.count((*word.stems, *word.loose)):
            last = word is query.words[-1]
            meant = begun(vocabulary, {word.typed, *word.stems}) if last else []
            found = [(form, BEGUN) for form, _cards in meant] or like(word, vocabulary)
            others.setdefault(word.typed, []).extend(found)
    return others


def looking_alike(query: Query, vocabulary: Vocabulary) -> Others:
    """Words that look like each of those typed, however well it is known."""
    others = standing_in(query, vocabulary)
    for word in query.words:
        others[word.typed] = [*others.get(word.typed, ()), *like(word, vocabulary)]
    return others


def like(word: Word, vocabulary: Vocabulary) -> list[tuple[str, float]]:
    return [(form, LIKE) for form, _cards in alike(vocabulary, word.stems[0])]
