"""The search: cards that a visitor may see, in the order in which they answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import F, QuerySet
from django.db.models.functions import Abs

from rost.catalogue.models import Card
from rost.catalogue.queries.cards import cards_seen_by
from rost.catalogue.rules import MOST_LISTED
from rost.core.ranking import Sought
from rost.directory.rules import Visitor

from .filters import fitting
from .looking import look_for
from .marks import Marker, snippet_of, title_of
from .model import Filters, Found, Hit


def search(
    visitor: Visitor,
    query: str,
    filters: Filters,
    *,
    page: int = 1,
    per_page: int = 20,
    sort: str = "relevance",
    near: int | None = None,
) -> Found:
    """Sorts: relevance, new, cheap, near_size (`near` residents first). Without words: a list."""
    cards = fitting(cards_seen_by(visitor), filters)
    first, last = (page - 1) * per_page, page * per_page
    if not query.strip():
        return listed(cards, sort, near, first, last)
    look = look_for(query, cards)
    total = len(look.matched.cards)
    found = Found((), total, look.matched.more, look.tolerant, look.keyboard)
    if sort == "relevance":
        chosen = look.matched.cards[first:last]
        rows = {card.pk: card for card in with_places(cards.filter(pk__in=chosen))}
        ordered_rows = [rows[pk] for pk in chosen if pk in rows]
    else:
        some = cards.filter(pk__in=look.matched.cards)
        ordered_rows = list(with_places(in_sort(some, sort, near))[first:last])
    return replace(found, hits=hits_of(ordered_rows, look.sought))


def listed(cards: QuerySet[Card], sort: str, near: int | None, first: int, last: int) -> Found:
    rows = with_places(in_sort(cards, sort, near))[first:last]
    total = cards.order_by()[: MOST_LISTED + 1].count()
    return Found(hits_of(list(rows), ()), min(total, MOST_LISTED), total > MOST_LISTED)


def with_places(cards: QuerySet[Card]) -> QuerySet[Card]:
    return cards.select_related("municipality__parent")


def in_sort(cards: QuerySet[Card], sort: str, near: int | None) -> QuerySet[Card]:
    """Cards without the figure stand last, and the newest first among equals."""
    if sort == "cheap":
        return cards.order_by(F("kopecks").asc(nulls_last=True), "-put_at", "-id")
    if sort == "near_size" and near is not None:
        away = Abs(F("people") - near)
        return cards.order_by(away.asc(nulls_last=True), "-put_at", "-id")
    return cards.order_by("-put_at", "-id")


def hits_of(cards: Sequence[Card], sought: Sequence[Sought]) -> tuple[Hit, ...]:
    marker = Marker.of(sought)
    return tuple(Hit(card, title_of(card, marker), snippet_of(card, marker)) for card in cards)
