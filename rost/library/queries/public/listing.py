"""The list of practices: filtered and sorted by the shelf, a page of it in a few queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from rost.catalogue.rules import COST_BANDS, PEOPLE_BANDS, Band
from rost.directory.models import Municipality
from rost.library.models import Adoption, AdoptionState, Shelved

PER_PAGE = 20
SORTS = ("new", "cheap", "small")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Codes of what is looked for; an empty one does not matter."""

    issue: str = ""
    district: str = ""
    national: str = ""
    cost: str = ""
    people: str = ""
    evidence: str = ""
    year: int | None = None
    sort: str = "new"


def shelved(wanted: Wanted) -> QuerySet[Shelved]:
    """By cost or size only those whose cost or size is known."""
    rows = Shelved.objects.all()
    if wanted.issue:
        rows = rows.filter(issues__code=wanted.issue)
    plain = {
        "district": wanted.district,
        "national_project": wanted.national,
        "evidence": wanted.evidence,
        "year": wanted.year,
    }
    rows = rows.filter(**{name: value for name, value in plain.items() if value})
    rows = rows.filter(
        within("kopecks", COST_BANDS, wanted.cost), within("people", PEOPLE_BANDS, wanted.people)
    )
    if wanted.sort == "cheap":
        return rows.filter(kopecks__isnull=False).order_by("kopecks", "id")
    if wanted.sort == "small":
        return rows.filter(people__isnull=False).order_by("people", "id")
    return rows.order_by("-published_at", "-id")


def in_order(numbers: Iterable[int]) -> list[Shelved]:
    """Rows by their numbers: a page far down is found in the index alone, then read."""
    wanted = list(numbers)
    found = Shelved.objects.select_related("municipality__parent").in_bulk(wanted)
    return [found[number] for number in wanted if number in found]


def within(column: str, bands: Iterable[Band], code: str) -> Q:
    band = next((one for one in bands if one.code == code), None)
    if band is None:
        return Q()
    bounds = Q(**{f"{column}__gte": band.least})
    return bounds & Q(**{f"{column}__lt": band.below}) if band.below is not None else bounds


def adopted_by(numbers: Iterable[int]) -> dict[int, int]:
    """How many places do each of these practices or have done it, in one query."""
    rows = Adoption.objects.filter(practice__in=list(numbers)).exclude(state=AdoptionState.GIVEN_UP)
    return dict(rows.order_by().values_list("practice").annotate(number=Count("pk")))


def districts(day: date, language: str) -> list[tuple[str, str]]:
    """Upper-level municipalities in force, by their names."""
    rows = Municipality.objects.valid_on(day).upper().order_by("sort_key", "code")
    return [(one.code, name_of(one, language)) for one in rows]


def name_of(place: Municipality, language: str) -> str:
    return place.name_ba or place.name if language == "ba" else place.name
