"""Putting a card and taking it off the shelf; its row of the index goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from rost.catalogue.actions.index import hold_index, index_cards
from rost.catalogue.models import Audience, Card, CardIssue, CardReader
from rost.catalogue.queries.things import Thing, facts_of, people_of

BATCH = 200


def put(*, thing: Thing, now: datetime) -> Card:
    """The card of the thing as it is now; one that was withdrawn comes back."""
    return put_many(things=(thing,), now=now)[0]


@transaction.atomic
def put_many(*, things: Iterable[Thing], now: datetime) -> list[Card]:
    """The same for many, in few queries; of two with one key the later holds."""
    by_key = {thing.key: thing for thing in things}
    generations = hold_index(now=now)
    people = people_of(by_key.values())
    held = Card.objects.select_for_update().filter(key__in=by_key)
    known = {card.key: card for card in held.order_by("key")}
    cards, changed = [], []
    facts: dict[str, Any] = {}
    for key, thing in by_key.items():
        place = thing.municipality
        facts = facts_of(thing, people.get(place.pk) if place is not None else None)
        card = known.get(key) or Card(key=key, put_at=now, withdrawn_at=now)
        cards.append(card)
        if renew(card, facts, now=now):
            changed.append(card)
    Card.objects.bulk_create([card for card in changed if card.pk is None], batch_size=BATCH)
    Card.objects.bulk_update(
        [card for card in changed if card.key in known],
        [*(name.removesuffix("_id") for name in facts), "put_at", "changed_at", "withdrawn_at"],
        batch_size=BATCH,
    )
    say_issues(cards, by_key)
    say_readers(cards, by_key)
    index_cards(cards=changed, generations=generations)
    return cards


def renew(card: Card, facts: dict[str, Any], *, now: datetime) -> bool:
    """Take the facts over; False where they are what the card says already.

    It is put anew, and so is news to saved searches, when it comes to be seen by everybody.
    """
    shown = card.withdrawn_at is None and card.audience == Audience.PUBLIC
    if card.withdrawn_at is None and all(getattr(card, one) == facts[one] for one in facts):
        return False
    for name, value in facts.items():
        setattr(card, name, value)
    if card.withdrawn_at is not None or (not shown and card.audience == Audience.PUBLIC):
        card.put_at = now
    card.changed_at, card.withdrawn_at = now, None
    return True


def say_issues(cards: Sequence[Card], things: dict[str, Thing]) -> None:
    said = {(card.pk, code) for card in cards for code in things[card.key].local_issues}
    rows = CardIssue.objects.filter(card__in=cards)
    stored = {(card, code): pk for pk, card, code in rows.values_list("pk", "card_id", "code")}
    CardIssue.objects.filter(pk__in=[stored[one] for one in stored.keys() - said]).delete()
    CardIssue.objects.bulk_create(
        [CardIssue(card_id=card, code=code) for card, code in sorted(said - stored.keys())],
        batch_size=BATCH,
    )


def say_readers(cards: Sequence[Card], things: dict[str, Thing]) -> None:
    said = {(card.pk, person.pk) for card in cards for person in things[card.key].readers}
    rows = CardReader.objects.filter(card__in=cards)
    stored = {(card, who): pk for pk, card, who in rows.values_list("pk", "card_id", "person_id")}
    CardReader.objects.filter(pk__in=[stored[one] for one in stored.keys() - said]).delete()
    CardReader.objects.bulk_create(
        [CardReader(card_id=card, person_id=who) for card, who in sorted(said - stored.keys())],
        batch_size=BATCH,
    )


@transaction.atomic
def withdraw(*, key: str, now: datetime) -> bool:
    """The thing is gone or hidden; what grew from it still says so. False: there was no card."""
    return bool(withdraw_many(keys=(key,), now=now))


@transaction.atomic
def withdraw_many(*, keys: Iterable[str], now: datetime) -> int:
    generations = hold_index(now=now)
    rows = Card.objects.select_for_update().filter(key__in=[*keys], withdrawn_at__isnull=True)
    cards = list(rows.order_by("key"))
    for card in cards:
        card.withdrawn_at = now
    Card.objects.filter(pk__in=[card.pk for card in cards]).update(withdrawn_at=now)
    index_cards(cards=cards, generations=generations)
    return len(cards)
