"""From the words of a query to cards in order: the database brings candidates, one ranking for
every database puts the best of them in order.

Common words cost the most and tell the least, so the rarest words bring the candidates, as many of
them as the bound of rows read allows; the others only rank.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from rost.catalogue.adapters import Ask, Wanted, database
from rost.catalogue.models import Card, IndexedCard
from rost.catalogue.rules import MOST_COUNTED, RANKED, most_read
from rost.core.ranking import Sought, Text, rank

from .words import Vocabulary

ENOUGH = 50  # cards with a word


@dataclass(frozen=True, slots=True)
class Matched:
    """Cards in order; `more`: there are more than these."""

    cards: tuple[int, ...] = ()
    more: bool = False


def find(sought: Sequence[Sought], vocabulary: Vocabulary, cards: QuerySet[Card]) -> Matched:
    brought = bring(sought, vocabulary, cards)
    first = [card for card, _score in brought[:RANKED]]
    ranked = rank(sought, texts_of(vocabulary, first), vocabulary.measures)
    left = [card for card, _score in brought[RANKED:MOST_COUNTED]]
    return Matched((*(one.key for one in ranked), *left), more=len(brought) > MOST_COUNTED)


def bring(
    sought: Sequence[Sought], vocabulary: Vocabulary, cards: QuerySet[Card]
) -> list[tuple[int, float]]:
    wanted = wanted_of(sought, vocabulary)
    if not wanted:
        return []
    return database().best(
        Ask(
            wanted=wanted,
            slot=vocabulary.generation.slot,
            cards=cards,
            most=MOST_COUNTED + 1,
            most_read=most_read(vocabulary.generation.cards),
        )
    )


def wanted_of(sought: Iterable[Sought], vocabulary: Vocabulary) -> tuple[Wanted, ...]:
    """The rarest words, at least one, while the rows to be read stay within the bound.

    A word that the vocabulary does not know may stand in cards that not everybody sees.
    """
    chosen: list[Wanted] = []
    rows = 0
    most = most_read(vocabulary.generation.cards)
    for one in sorted(sought, key=lambda one: -one.rarity):
        forms = forms_bringing(one, vocabulary)
        cost = sum(vocabulary.counts.get(form, 0) for form in forms)
        if not forms or (chosen and rows + cost > most):
            continue
        chosen.append(Wanted(forms, one.rarity))
        rows += cost
    return tuple(chosen)


def forms_bringing(one: Sought, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Forms of lower weight bring cards only where few have the word itself: each form costs."""
    own = [form for form, _weight in one.forms]
    few = vocabulary.count(own) < ENOUGH
    loose = [form for form, _weight in one.loose] if few else []
    return tuple(dict.fromkeys((*own, *loose)))


def texts_of(vocabulary: Vocabulary, cards: Sequence[int]) -> list[Text]:
    slot = vocabulary.generation.slot
    rows = IndexedCard.objects.filter(pk__in=[IndexedCard.key(card, slot) for card in cards])
    columns = rows.values_list("card_id", "title", "summary", "body", "loose", "typed")
    return [
        Text(
            card,
            (title.split(), summary.split(), body.split()),
            frozenset(loose.split()),
            frozenset(typed.split()),
        )
        for card, title, summary, body, loose, typed in columns
    ]
