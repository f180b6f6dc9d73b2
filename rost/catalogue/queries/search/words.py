"""The words of a query as the ranking seeks them, with what the vocabulary knows of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from rost.catalogue.adapters import database
from rost.catalogue.models import GenerationState, IndexedWord, IndexGeneration
from rost.core.language import Query, Word, distance
from rost.core.ranking import Measures, Sought, rarity

MOST_BEGUN = 40  # words that an unfinished one may become, the most usual first
MOST_LIKE = 6
SHORTEST_LIKE = 4  # letters; a slip in less makes another word
LONG = 8  # letters; from here on two slips are forgiven
SLIPS = (1, 2)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The generation that is read, and in how many public cards the words in question stand."""

    generation: IndexGeneration
    counts: Mapping[str, int]

    def count(self, forms: Iterable[str]) -> int:
        return max((self.counts.get(form, 0) for form in forms), default=0)

    def rarity(self, forms: Iterable[str]) -> float:
        return rarity(self.count(forms), self.generation.cards)

    @property
    def measures(self) -> Measures:
        cards = max(self.generation.cards, 1)
        totals = ("title_words", "summary_words", "body_words")
        return Measures(lengths=tuple(getattr(self.generation, one) / cards for one in totals))


def current() -> IndexGeneration | None:
    return IndexGeneration.objects.filter(state=GenerationState.CURRENT).first()


def vocabulary_of(generation: IndexGeneration, words: Iterable[str]) -> Vocabulary:
    rows: QuerySet[IndexedWord] = IndexedWord.objects.filter(
        generation=generation, word__in={*words}, cards__gt=0
    )
    return Vocabulary(generation, dict(rows.values_list("word", "cards")))


def forms_in(query: Query) -> set[str]:
    return {form for word in query.words for form in (*word.stems, *word.loose)}


def sought_in(
    query: Query, vocabulary: Vocabulary, others: Mapping[str, Sequence[tuple[str, float]]]
) -> tuple[Sought, ...]:
    """`others` are more forms of a word with their weights: synonyms, words that look like it."""
    return tuple(sought_of(word, vocabulary, others.get(word.typed, ())) for word in query.words)


def sought_of(word: Word, vocabulary: Vocabulary, others: Sequence[tuple[str, float]]) -> Sought:
    """As rare as the word itself; where nobody wrote it, as what stands for it."""
    forms = dict.fromkeys(word.stems, 1.0)
    forms = dict(others) | forms
    loose = dict(others) | dict.fromkeys(word.loose, 1.0)  # a vocabulary has loose words, too
    known = [one for one in (word.stems, word.loose, forms) if vocabulary.count(one)]
    return Sought(
        typed=word.typed,
        forms=tuple(forms.items()),
        loose=tuple(loose.items()),
        rarity=vocabulary.rarity(known[0] if known else ()),
    )


def begun(vocabulary: Vocabulary, starts: Iterable[str]) -> list[tuple[str, int]]:
    """Words of the vocabulary that begin so, the most usual first."""
    found: dict[str, int] = {}
    for start in starts:
        found.update(database().beginning(vocabulary.generation.pk, start))
    return sorted(found.items(), key=lambda one: (-one[1], one[0]))[:MOST_BEGUN]


def alike(vocabulary: Vocabulary, word: str) -> list[tuple[str, int]]:
    """Words of the vocabulary a slip or two away, the nearest and most usual first.

    A slip leaves at least one half of the word whole (the pigeonhole of Navarro 2001, 8), so only
    words with the same first or last half are compared; two slips in two halves are not found.
    """
    if len(word) < SHORTEST_LIKE or word.isdigit():
        return []
    most = SLIPS[len(word) >= LONG]
    half = len(word) // 2
    adapter, generation = database(), vocabulary.generation.pk
    near = dict(adapter.beginning(generation, word[:half]))
    near.update(adapter.ending(generation, word[-half:]))
    slips = ((distance(word, one, most), -cards, one) for one, cards in near.items())
    found = sorted(one for one in slips if one[0] is not None and not one[2].isdigit())
    return [(one, -cards) for _slips, cards, one in found[:MOST_LIKE]]
