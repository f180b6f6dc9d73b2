"""Putting a card and taking it off the shelf."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.catalogue.models import Card, CardIssue, CardReader
from rost.catalogue.queries.things import Thing, facts_of


@transaction.atomic
def put(*, thing: Thing, now: datetime) -> Card:
    """The card of the thing as it is now; one that was withdrawn comes back."""
    facts = {**facts_of(thing), "changed_at": now, "withdrawn_at": None}
    card, _new = Card.objects.update_or_create(
        key=thing.key, defaults=facts, create_defaults={**facts, "put_at": now}
    )
    CardIssue.objects.filter(card=card).exclude(code__in=thing.local_issues).delete()
    CardIssue.objects.bulk_create(
        [CardIssue(card=card, code=code) for code in dict.fromkeys(thing.local_issues)],
        ignore_conflicts=True,
    )
    CardReader.objects.filter(card=card).exclude(person__in=thing.readers).delete()
    CardReader.objects.bulk_create(
        [CardReader(card=card, person=person) for person in thing.readers], ignore_conflicts=True
    )
    return card


def withdraw(*, key: str, now: datetime) -> bool:
    """The thing is gone or hidden; what grew from it still says so. False: there was no card."""
    return bool(Card.objects.filter(key=key, withdrawn_at__isnull=True).update(withdrawn_at=now))
