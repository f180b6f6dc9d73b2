"""Building the index anew beside the one in use, and switching to it in one transaction.

Nothing stands still meanwhile: the search reads the generation in use, and every `put` and
`withdraw` writes to both. The building goes by cards in the order of their keys, a batch in a
transaction, and remembers how far it has come: begun again after a stop it goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import connection, transaction

from rost.catalogue.models import Card, GenerationState, IndexedCard, IndexedWord, IndexGeneration

from .index import count, hold_index, row_of
from .reconciling import reconcile

BATCH = 50  # cards that one transaction holds: others wait for a fraction of a second
REMOVED = 500  # rows
Told = Callable[[int], object]


def rebuild(*, now: datetime, told: Told = lambda _cards: None) -> int:
    """Cards as their sources say today, then the index of them all; how many are in it."""
    reconcile(now=now)
    generation = begin(now=now)
    while build_some(generation=generation, now=now):
        told(generation.cards)
    switch(generation=generation, now=now)
    remove_old()
    return IndexGeneration.objects.get(pk=generation.pk).cards


def begin(*, now: datetime) -> IndexGeneration:
    """The generation being built, or a new one in the free slot."""
    remove_old()
    with transaction.atomic():
        current = hold_index(now=now)[0]
        generation, _new = IndexGeneration.objects.get_or_create(
            state=GenerationState.BUILDING, defaults={"slot": 1 - current.slot, "begun_at": now}
        )
    return generation


@transaction.atomic
def build_some(*, generation: IndexGeneration, now: datetime) -> int:
    """The next cards; those that were put meanwhile have their row already. 0: it is done."""
    hold_index(now=now)
    generation.refresh_from_db()
    rows = Card.objects.select_for_update().filter(pk__gt=generation.reached)
    cards = list(rows.order_by("pk")[:BATCH])
    if not cards:
        return 0
    keys = {IndexedCard.key(card.pk, generation.slot) for card in cards}
    there = set(IndexedCard.objects.filter(pk__in=keys).values_list("card_id", flat=True))
    wanted = [card for card in cards if card.withdrawn_at is None and card.pk not in there]
    after = [row_of(generation, card) for card in wanted]
    IndexedCard.objects.bulk_create(after, batch_size=BATCH)
    count(generation, (), after)
    generation.refresh_from_db()
    generation.reached = cards[-1].pk
    generation.save(update_fields=["reached"])
    return len(cards)


@transaction.atomic
def switch(*, generation: IndexGeneration, now: datetime) -> None:
    """From here on it is read; whoever searches meets the old one or the new one, whole."""
    current = hold_index(now=now)[0]
    current.state = GenerationState.OLD
    current.save(update_fields=["state"])
    generation.state = GenerationState.CURRENT
    generation.save(update_fields=["state"])


def remove_old() -> None:
    """In small steps, so that nobody waits for long; one that was broken off is gone on with."""
    for old in IndexGeneration.objects.filter(state=GenerationState.OLD):
        for model in (IndexedCard, IndexedWord):
            rows = model.objects.filter(generation=old)
            while keys := list(rows.order_by("pk").values_list("pk", flat=True)[:REMOVED]):
                with transaction.atomic():
                    model.objects.filter(pk__in=keys)._raw_delete(connection.alias)
        old.delete()
