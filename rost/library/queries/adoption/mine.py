"""Adoptions of a person's own page: theirs and those of the places where they have posts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Min, Q

from rost.directory.models import Person
from rost.library.models import Adoption, AdoptionState

from .doors import all_adoptions


@dataclass(frozen=True, slots=True)
class Mine:
    """`day` is the next one to do something by, of a step or of a result; None: nothing waits."""

    adoption: Adoption
    day: date | None
    is_step: bool


def own_adoptions(person: Person, places: Iterable[int]) -> tuple[Mine, ...]:
    """Those that go on or wait for a result, the nearest day first; one query."""
    rows = (
        all_adoptions()
        .filter(Q(person=person) | Q(municipality__in=list(places)))
        .exclude(state=AdoptionState.GIVEN_UP)
        .annotate(
            step_on=Min("steps__due_on", filter=Q(steps__done_on__isnull=True)),
            result_on=Min("results__due_on", filter=Q(results__told_at__isnull=True)),
        )
        .exclude(state=AdoptionState.DONE, result_on__isnull=True)
        .order_by("pk")
    )
    found = [mine_of(row, row.step_on, row.result_on) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.day is None, one.day or date.max)))


def mine_of(row: Adoption, step_on: date | None, result_on: date | None) -> Mine:
    day = min((one for one in (step_on, result_on) if one is not None), default=None)
    return Mine(row, day, day is not None and day == step_on)
