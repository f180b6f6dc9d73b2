"""Putting a card and taking it off the shelf."""

from __future__ import annotations

from datetime import datetime

from rost.catalogue.models import Card

LONGEST = 300


def put(*, key: str, title: str, path: str, now: datetime) -> Card:
    """The card of the thing as it is now; one that was withdrawn comes back."""
    facts = {"title": title[:LONGEST], "path": path, "withdrawn_at": None}
    card, _new = Card.objects.update_or_create(
        key=key, defaults=facts, create_defaults={**facts, "put_at": now}
    )
    return card


def withdraw(*, key: str, now: datetime) -> bool:
    """The thing is gone or hidden; what grew from it still says so. False: there was no card."""
    return bool(Card.objects.filter(key=key, withdrawn_at__isnull=True).update(withdrawn_at=now))
