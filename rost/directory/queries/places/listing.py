"""The index of territories: districts and okrugs with how much lies in each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Q, Subquery

from rost.directory.models import Kind, Municipality, Population


@dataclass(frozen=True, slots=True)
class Territory:
    """A municipality in a list: how many settlements it has and how many people."""

    place: Municipality
    settlements: int
    people: int | None
    year: int | None


def territories(*, day: date, region: str = "") -> list[Territory]:
    """Districts and okrugs in force on the day (of one region, if given); one query."""
    last = Population.objects.filter(municipality=OuterRef("pk")).order_by("-year")
    in_force = Q(children__valid_to__isnull=True) | Q(children__valid_to__gte=day)
    rows = (
        Municipality.objects.valid_on(day)
        .filter(kind__in=Kind.uppers())
        .select_related("parent")
        .annotate(
            settlements=Count("children", filter=in_force),
            people=Subquery(last.values("people")[:1]),
            year=Subquery(last.values("year")[:1]),
        )
    )
    if region:
        rows = rows.filter(path__startswith=f".{region}.")
    return [
        Territory(
            place=row,
            settlements=row.settlements,  # type: ignore[attr-defined]
            people=row.people,  # type: ignore[attr-defined]
            year=row.year,  # type: ignore[attr-defined]
        )
        for row in rows
    ]
