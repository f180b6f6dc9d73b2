"""Saved searches: whose they are, and what is new in them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs

from django.db.models import QuerySet

from rost.catalogue.models import Card, SavedSearch
from rost.catalogue.queries.search import search
from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.directory.rules import Visitor
from rost.portal.queries.search.asked import Asked, read
from rost.portal.queries.search.facets import chips_of
from rost.portal.queries.search.page import filters_of, places_named

LOOKED_AT = 50  # of the best hits: what fits worse is no news


def is_saved(visitor: Visitor, asked: Asked) -> bool:
    if visitor.person is None:
        return False
    return SavedSearch.objects.filter(person=visitor.person, query=asked.address).exists()


def saved_of(person: Person) -> QuerySet[SavedSearch]:
    """The latest first."""
    return SavedSearch.objects.filter(person=person)


def get_saved_for(visitor: Visitor, number: int) -> SavedSearch | None:
    """One's own alone."""
    if visitor.person is None:
        return None
    return saved_of(visitor.person).filter(pk=number).first()


def asked_in(saved: SavedSearch) -> Asked:
    return read(parse_qs(saved.query))


def name_of(asked: Asked) -> str:
    """«освещение · Практики · Абзелиловский район»: what was asked, in the reader's words."""
    chosen = [one.text for one in chips_of(asked, places_named(asked, None))]
    return " · ".join([*([asked.query] if asked.query else []), *chosen])


def news_in(saved: SavedSearch, visitor: Visitor) -> list[Card]:
    """Cards put since the last telling that the person may see now, of those that fit best."""
    asked = asked_in(saved)
    filters, _no_peers = filters_of(asked, places_named(asked, None))
    sort = "relevance" if asked.query else "new"
    found = search(visitor, asked.query, filters, per_page=LOOKED_AT, sort=sort)
    if found.tolerant or found.keyboard:
        return []
    return [hit.card for hit in found.hits if hit.card.put_at > saved.told_at]


def searches_kept(person: Person) -> Iterator[tuple[Cell, ...]]:
    for one in saved_of(person).order_by("saved_at", "pk"):
        yield (one.name, one.tells, one.saved_at)
