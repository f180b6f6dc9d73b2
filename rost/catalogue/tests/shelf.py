"""Cards for tests of the search."""

from __future__ import annotations

from typing import Any

from rost.catalogue.actions.cards import put
from rost.catalogue.models import Card
from rost.catalogue.queries.search import Filters, Found, Piece, search
from rost.catalogue.queries.things import Thing
from rost.directory.models import Person
from rost.directory.queries.visitors import visitor_for
from rost.directory.rules import Visitor


def shelve(now: Any, key: str, title: str, **facts: Any) -> Card:
    thing = Thing(
        key=f"library.practice:{key}",
        kind=facts.pop("kind", "practice"),
        title=title,
        path=f"/practices/{key}/",
        **facts,
    )
    return put(thing=thing, now=now)


def visitor(person: Person | None, now: Any) -> Visitor:
    return visitor_for(person, now=now, strong=True)


def look(query: str, now: Any, person: Person | None = None, **filters: Any) -> Found:
    sort = filters.pop("sort", "relevance")
    near = filters.pop("near", None)
    return search(visitor(person, now), query, Filters(**filters), sort=sort, near=near)


def titles(found: Found) -> list[str]:
    return [hit.card.title for hit in found.hits]


def marked(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.marked]
