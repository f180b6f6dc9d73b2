"""Adoptions as everybody reads them: of a practice, at a place, with a result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from rost.directory.models import Municipality
from rost.library.models import Adoption, AdoptionResult, AdoptionState, Practice

from .doors import all_adoptions


@dataclass(frozen=True, slots=True)
class Repeated:
    """How often a practice was repeated, and what came of it."""

    going: int = 0
    done: int = 0
    given_up: int = 0
    with_result: int = 0

    @property
    def total(self) -> int:
        return self.going + self.done + self.given_up


def with_told(rows: QuerySet[Adoption]) -> QuerySet[Adoption]:
    """Each row says by `told` whether a result of it was told."""
    told = AdoptionResult.objects.filter(adoption=OuterRef("pk"), told_at__isnull=False)
    return rows.annotate(told=Exists(told))


def adoptions_of(practice: Practice) -> list[Adoption]:
    """The latest first; `told` says whether there is a result. One query."""
    return list(with_told(all_adoptions().filter(practice=practice)))


def adoptions_at(municipality: Municipality) -> list[Adoption]:
    """What the place has repeated from others; one query."""
    return list(with_told(all_adoptions().filter(municipality=municipality)))


def has_result_elsewhere(practice: Practice) -> bool:
    """Whether another municipality has repeated it and told a result: evidence «repeated»."""
    rows = AdoptionResult.objects.filter(adoption__practice=practice, told_at__isnull=False)
    rows = rows.exclude(adoption__state=AdoptionState.GIVEN_UP)
    if practice.municipality_id is not None:
        rows = rows.exclude(adoption__municipality=practice.municipality_id)
    return rows.exists()


def repeated(practices: Iterable[int]) -> dict[int, Repeated]:
    """By the key of the practice, for lists: one query."""
    rows = (
        Adoption.objects.filter(practice__in=list(practices))
        .order_by()
        .values("practice")
        .annotate(
            going=Count("pk", filter=Q(state=AdoptionState.GOING), distinct=True),
            done=Count("pk", filter=Q(state=AdoptionState.DONE), distinct=True),
            given_up=Count("pk", filter=Q(state=AdoptionState.GIVEN_UP), distinct=True),
            with_result=Count(
                "pk",
                filter=~Q(state=AdoptionState.GIVEN_UP) & Q(results__told_at__isnull=False),
                distinct=True,
            ),
        )
    )
    return {
        row["practice"]: Repeated(row["going"], row["done"], row["given_up"], row["with_result"])
        for row in rows
    }
