"""Which cards a visitor may find: the one door of lists, searches, counts and suggestions."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from rost.catalogue.models import Audience, Card, CardReader
from rost.catalogue.rules import rights
from rost.directory.models import Municipality
from rost.directory.rules import Visitor, reach


def cards_seen_by(visitor: Visitor) -> QuerySet[Card]:
    """Cards on the shelf that are for everybody, for whoever signed in, or for this visitor."""
    return Card.objects.filter(_seen(visitor), withdrawn_at__isnull=True)


def cards_of_place(visitor: Visitor, municipality: Municipality) -> QuerySet[Card]:
    """The place with everything in it, the newest first."""
    rows = cards_seen_by(visitor).filter(place_path__startswith=municipality.path)
    return rows.order_by("-put_at", "-id")


def _seen(visitor: Visitor) -> Q:
    seen = Q(audience=Audience.PUBLIC)
    if visitor.person is None:
        return seen
    named = CardReader.objects.filter(card=OuterRef("pk"), person=visitor.person)
    seen |= Q(audience=Audience.SIGNED_IN)
    allowed = Q(Exists(named))
    for right in rights():
        held = reach(visitor, right)
        if held.everywhere:
            allowed |= Q(right=right.name)
        for code in held.territories:
            allowed |= Q(right=right.name, place_path__contains=f".{code}.")
    return seen | (Q(audience=Audience.NAMED) & allowed)
