"""When municipalities become another one: what they repeat goes on in the successor.

Two that are repeating the same practice become one municipality, and of a practice one adoption
goes on at a place: the furthest does, the others are closed with the merge as their reason. Nothing
of them is lost, their pages stay; what was done stays done.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import translation
from django.utils.translation import gettext as _

from rost.directory.models import Municipality
from rost.library.models import Adoption, AdoptionState
from rost.library.queries.adoption.doors import all_adoptions

from .locking import put_card


def lock_nothing(*, on: date) -> None:
    """Whoever writes an adoption holds its row alone and asks for no place after it."""


def count_adoptions(*, predecessors: Sequence[int], on: date) -> int:
    return Adoption.objects.filter(municipality__in=predecessors).count()


def carry_adoptions(
    *, predecessors: Sequence[int], successor: Municipality, on: date, now: datetime
) -> int:
    rows = list(
        all_adoptions()
        .select_for_update(of=("self",))
        .filter(municipality__in=[*predecessors, successor.pk])
        .order_by("practice", "began_at", "pk")
    )
    furthest: dict[int, Adoption] = {}
    for row in rows:
        best = furthest.get(row.practice_id)
        if row.state == AdoptionState.GOING and (
            best is None or steps_done(row) > steps_done(best)
        ):
            furthest[row.practice_id] = row
    for row in rows:
        if row.state == AdoptionState.GOING and furthest[row.practice_id] is not row:
            close(row, now)
    moved = [row for row in rows if row.municipality_id in predecessors]
    for row in moved:
        row.municipality = successor
        row.save(update_fields=["municipality"])
        put_card(row, now=now)
    return len(moved)


def steps_done(adoption: Adoption) -> int:
    """Of two with as many the one begun first goes on."""
    return adoption.steps.filter(done_on__isnull=False).count()


def close(adoption: Adoption, now: datetime) -> None:
    with translation.override(adoption.language):
        reason = _("The municipality was merged with another that repeats the same practice.")
    adoption.state, adoption.ended_at, adoption.reason = AdoptionState.GIVEN_UP, now, reason
    adoption.save(update_fields=["state", "ended_at", "reason"])
    put_card(adoption, now=now)
