"""A plain search over the cards, word by word; small collections only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from rost.catalogue.models import Audience, Card
from rost.core.language import fold
from rost.directory.models import Municipality
from rost.directory.rules import Visitor


@dataclass(frozen=True, slots=True)
class Band:
    code: str
    least: int
    below: int | None


COST_BANDS = (
    Band("to-100k", 0, 10_000_000),
    Band("to-500k", 10_000_000, 50_000_000),
    Band("to-1m", 50_000_000, 100_000_000),
    Band("to-3m", 100_000_000, 300_000_000),
    Band("from-3m", 300_000_000, None),
)
PEOPLE_BANDS = (
    Band("to-500", 0, 500),
    Band("to-1000", 500, 1_000),
    Band("to-3000", 1_000, 3_000),
    Band("to-10000", 3_000, 10_000),
    Band("from-10000", 10_000, None),
)


@dataclass(frozen=True, slots=True)
class Filters:
    kinds: tuple[str, ...] = ()
    territory: str = ""
    places: tuple[str, ...] = ()
    local_issues: tuple[str, ...] = ()
    national_projects: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    card: Card
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Found:
    hits: tuple[Hit, ...]
    total: int
    tolerant: bool = False
    keyboard: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    text: str
    kind: str
    path: str
    language: str
    place: Municipality | None


def cards_seen_by(visitor: Visitor) -> QuerySet[Card]:
    seen = Q(audience=Audience.PUBLIC)
    if visitor.person is not None:
        seen |= Q(audience=Audience.SIGNED_IN) | Q(readers__person=visitor.person)
    return Card.objects.filter(seen, withdrawn_at__isnull=True).distinct()


def cards_of_place(visitor: Visitor, municipality: Municipality) -> QuerySet[Card]:
    return cards_seen_by(visitor).filter(place_path__startswith=municipality.path)


def search(
    visitor: Visitor,
    query: str,
    filters: Filters,
    *,
    page: int = 1,
    per_page: int = 20,
    sort: str = "relevance",
) -> Found:
    rows = [one for one in matching(visitor, query) if fits(one, filters)]
    rows.sort(key=lambda one: (one.kopecks is None, one.kopecks) if sort == "cheap" else (0, 0))
    hits = rows[(page - 1) * per_page : page * per_page]
    return Found(
        tuple(Hit(one, (Piece(one.title),), (Piece(one.summary[:200]),)) for one in hits),
        len(rows),
    )


def matching(visitor: Visitor, query: str) -> list[Card]:
    words = fold(query).split()
    rows = cards_seen_by(visitor).select_related("municipality__parent").order_by("-put_at", "-pk")
    return [
        one
        for one in rows.prefetch_related("issues")
        if not words or any(w[:5] in fold(f"{one.title} {one.summary} {one.body}") for w in words)
    ]


def fits(card: Card, filters: Filters) -> bool:
    issues = {one.code for one in card.issues.all()}
    return (
        (not filters.kinds or card.kind in filters.kinds)
        and (not filters.territory or f".{filters.territory}." in card.place_path)
        and (not filters.places or (card.municipality and card.municipality.code in filters.places))
        and (not filters.local_issues or bool(issues & {*filters.local_issues}))
        and (not filters.national_projects or card.national_project in filters.national_projects)
        and (not filters.costs or band(COST_BANDS, card.kopecks) in filters.costs)
        and (not filters.sizes or band(PEOPLE_BANDS, card.people) in filters.sizes)
        and (not filters.years or card.year in filters.years)
    ) is True


def band(bands: tuple[Band, ...], value: int | None) -> str:
    if value is None:
        return ""
    return next(
        (one.code for one in bands if value >= one.least and (not one.below or value < one.below)),
        "",
    )


def facets(
    visitor: Visitor, query: str, filters: Filters
) -> Mapping[str, tuple[tuple[str, int], ...]]:
    rows = [one for one in matching(visitor, query) if fits(one, filters)]
    counted = {
        "kind": Counter(one.kind for one in rows),
        "district": Counter(one.district for one in rows),
        "local_issue": Counter(issue.code for one in rows for issue in one.issues.all()),
        "national_project": Counter(one.national_project for one in rows),
        "cost": Counter(band(COST_BANDS, one.kopecks) for one in rows),
        "size": Counter(band(PEOPLE_BANDS, one.people) for one in rows),
        "year": Counter(str(one.year or "") for one in rows),
    }
    return {
        name: tuple((value, number) for value, number in counter.most_common() if value)
        for name, counter in counted.items()
    }


def suggest(visitor: Visitor, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
    rows = [one for one in matching(visitor, text) if fold(text)[:5] in fold(one.title)][:limit]
    return tuple(
        Suggestion(one.title, one.kind, one.path, one.language, one.municipality) for one in rows
    )
