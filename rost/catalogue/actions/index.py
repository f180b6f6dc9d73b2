"""Writing the index rows of cards, with the vocabulary and totals that follow from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import F

from rost.catalogue.adapters import database
from rost.catalogue.models import Audience, Card, GenerationState, IndexedCard, IndexGeneration
from rost.catalogue.queries.reading import read

WRITTEN_TO = (GenerationState.CURRENT, GenerationState.BUILDING)


def hold_index(*, now: datetime) -> list[IndexGeneration]:
    """Generations that are written to, the current one first and held until the transaction ends.

    It comes before any card is locked: whoever writes holds the index first.
    """
    IndexGeneration.objects.get_or_create(
        state=GenerationState.CURRENT, defaults={"slot": 0, "begun_at": now}
    )
    rows = IndexGeneration.objects.select_for_update().filter(state__in=WRITTEN_TO)
    return sorted(rows.order_by("id"), key=lambda one: one.state != GenerationState.CURRENT)


def index_cards(*, cards: Sequence[Card], generations: Iterable[IndexGeneration]) -> None:
    """Rows of these cards as they are now; one that was withdrawn has none."""
    for generation in generations:
        keys = [IndexedCard.key(card.pk, generation.slot) for card in cards]
        before = list(IndexedCard.objects.filter(pk__in=keys))
        IndexedCard.objects.filter(pk__in=[row.pk for row in before]).delete()
        after = [row_of(generation, card) for card in cards if card.withdrawn_at is None]
        IndexedCard.objects.bulk_create(after, batch_size=200)
        count(generation, before, after)


def row_of(generation: IndexGeneration, card: Card) -> IndexedCard:
    reading = read(card)
    return IndexedCard(
        pk=IndexedCard.key(card.pk, generation.slot),
        generation=generation,
        card=card,
        title=" ".join(reading.title),
        summary=" ".join(reading.summary),
        body=" ".join(reading.body),
        loose=" ".join(reading.loose),
        typed=" ".join(reading.typed),
        counted=card.audience == Audience.PUBLIC,
    )


def count(
    generation: IndexGeneration, before: Iterable[IndexedCard], after: Iterable[IndexedCard]
) -> None:
    """Change the vocabulary and the totals by what everybody sees, and by nothing else."""
    words: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for sign, rows in ((-1, before), (1, after)):
        for row in rows:
            if not row.counted:
                continue
            for word in vocabulary(row):
                words[word] += sign
            totals["cards"] += sign
            for field in ("title", "summary", "body"):
                totals[f"{field}_words"] += sign * len(getattr(row, field).split())
    changes = sorted((word, number) for word, number in words.items() if number)
    if changes:
        database().count_words(generation.pk, changes)
    changed = {name: F(name) + number for name, number in totals.items() if number}
    if changed:
        IndexGeneration.objects.filter(pk=generation.pk).update(**changed)


def vocabulary(row: IndexedCard) -> set[str]:
    return {
        word for field in (row.title, row.summary, row.body, row.loose) for word in field.split()
    }
