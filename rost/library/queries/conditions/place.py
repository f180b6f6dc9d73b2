"""What the platform knows of a municipality that asks «Can we do it?»."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rost.core.conditions import Place
from rost.directory.models import IndicatorValue, Kind, Municipality, Population, Post
from rost.directory.queries.reference import every_local_issue, local_issues

# Which rows of the list of local issues speak of which kind of municipality.
LEVELS: Mapping[str, str] = {
    Kind.RURAL_SETTLEMENT: "rural",
    Kind.URBAN_SETTLEMENT: "urban",
    Kind.MUNICIPAL_DISTRICT: "district",
    Kind.URBAN_OKRUG: "okrug",
    Kind.MUNICIPAL_OKRUG: "okrug",
}
OWN = "own"
OWN_REVENUE = "own_revenue"  # code of the indicator: a whole year's, not per head


@dataclass(frozen=True, slots=True)
class Known:
    """Facts of a place and where they are from; `revenue` is of a whole year, in kopecks.

    Revenue only stands beside the need for money: what of it may be spent, people know.
    """

    place: Municipality
    facts: Place
    people_year: int | None = None
    revenue: int | None = None
    revenue_year: int | None = None


def powers_of(kind: str, day: date) -> tuple[frozenset[str], frozenset[str]] | None:
    """Codes of the kind's own issues in force, and of those that a law of the region may give.

    None where the list says nothing of this kind of municipality.
    """
    level = LEVELS.get(kind)
    rows = [one for one in local_issues(day) if one.level == level]
    if level is None or not any(one.level == level for one in every_local_issue().values()):
        return None
    own = frozenset(one.code for one in rows if one.group == OWN)
    return own, frozenset(one.code for one in rows) - own


def known_of(place: Municipality, *, day: date, answers: Mapping[int, bool] | None = None) -> Known:
    """Two queries."""
    population = Population.objects.filter(municipality=place).order_by("-year").first()
    revenue = (
        IndicatorValue.objects.filter(municipality=place, indicator__code=OWN_REVENUE)
        .select_related("indicator")
        .order_by("-year", "declared")
        .first()
    )
    powers = powers_of(place.kind, day)
    return Known(
        place=place,
        facts=Place(
            people=population.people if population is not None else None,
            issues=powers[0] if powers is not None else None,
            perhaps=powers[1] if powers is not None else frozenset(),
            answers=answers or {},
        ),
        people_year=population.year if population is not None else None,
        revenue=kopecks(revenue) if revenue is not None else None,
        revenue_year=revenue.year if revenue is not None else None,
    )


# Kopecks in one unit of the indicator.
UNITS = {"roubles": 100, "thousand_roubles": 100_000, "million_roubles": 100_000_000}


def kopecks(value: IndicatorValue) -> int | None:
    worth = UNITS.get(value.indicator.unit)
    return round(value.value * worth) if worth is not None else None


def own_places(person_id: int, day: date) -> list[Municipality]:
    """Municipalities where the person has a post today, the latest first."""
    posts = (
        Post.objects.held_on(day)
        .filter(person=person_id, municipality__isnull=False)
        .select_related("municipality__parent")
        .order_by("-held_from", "-id")
    )
    found = {post.municipality_id: post.municipality for post in posts}
    return [one for one in found.values() if one is not None]
