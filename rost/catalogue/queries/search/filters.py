"""Filters as conditions of the database, each by itself so that a facet can leave its own out."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet

from rost.catalogue.models import Card, CardIssue
from rost.catalogue.rules import COST_BANDS, PEOPLE_BANDS, Band

from .model import Filters

# The names of facets beside the filters that they are counted without.
FACETS = {
    "kind": "kinds",
    "district": "territory",
    "local_issue": "local_issues",
    "national_project": "national_projects",
    "cost": "costs",
    "size": "sizes",
    "year": "years",
}


def fitting(cards: QuerySet[Card], filters: Filters) -> QuerySet[Card]:
    conditions = {
        "kinds": Q(kind__in=filters.kinds),
        "territory": in_territory(filters.territory),
        "places": Q(municipality__code__in=filters.places),
        "local_issues": Q(Exists(issues(filters.local_issues))),
        "national_projects": Q(national_project__in=filters.national_projects),
        "costs": in_bands("kopecks", COST_BANDS, filters.costs),
        "sizes": in_bands("people", PEOPLE_BANDS, filters.sizes),
        "years": Q(year__in=filters.years),
    }
    for name, condition in conditions.items():
        if getattr(filters, name):
            cards = cards.filter(condition)
    return cards


def issues(codes: Sequence[str]) -> QuerySet[CardIssue]:
    return CardIssue.objects.filter(card=OuterRef("pk"), code__in=codes)


def in_territory(code: str) -> Q:
    """OKTMO: a district's code ends with three zeros, a region's with six."""
    if code.endswith("000000"):
        return Q(place_path__contains=f".{code}.")
    if code.endswith("000"):
        return Q(district=code)
    return Q(municipality__code=code)


def in_bands(name: str, bands: Sequence[Band], codes: Sequence[str]) -> Q:
    """Codes that are no band find nothing."""
    condition = Q(pk__in=())
    for band in bands:
        if band.code in codes:
            within = Q(**{f"{name}__gte": band.least})
            if band.below is not None:
                within &= Q(**{f"{name}__lt": band.below})
            condition |= within
    return condition
