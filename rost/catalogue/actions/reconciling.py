"""Cards compared with what the rooms say of their things today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from rost.catalogue.models import Card
from rost.catalogue.queries.things import Source, Thing, sources
from rost.directory.queries.visitors import local_day

from .cards import BATCH, put_many, withdraw_many


def reconcile(*, now: datetime) -> int:
    """What a room did not say in time is put or withdrawn; how many cards were not right.

    A room has a card for each of its things and no other: what its source does not name is
    withdrawn, unless it was put while the source was being read.
    """
    return sum(reconcile_kind(source, now=now) for source in sources())


def reconcile_kind(source: Source, *, now: datetime) -> int:
    on_shelf = Card.objects.filter(kind=source.kind, withdrawn_at__isnull=True)
    before = set(on_shelf.values_list("key", flat=True))
    mended = 0
    named: set[str] = set()
    for things in batches(source.things(local_day(now))):
        named.update(thing.key for thing in things)
        put_many(things=things, now=now)
        keys = [thing.key for thing in things]
        mended += Card.objects.filter(key__in=keys, changed_at=now).count()
    gone = sorted(before - named)
    for start in range(0, len(gone), BATCH):
        mended += withdraw_many(keys=gone[start : start + BATCH], now=now)
    return mended


def batches(things: Iterator[Thing]) -> Iterator[list[Thing]]:
    while batch := list(islice(things, BATCH)):
        yield batch
