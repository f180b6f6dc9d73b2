"""When municipalities become another one, projects of forums to come go on in the successor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from rost.directory.models import Municipality
from rost.forum.queries.call.carrying import projects_on_places


def lock_projects(*, on: date) -> None:
    """Nothing is held before the places: a project's row is never asked for after one."""


@transaction.atomic
def carry_projects(
    *, predecessors: Sequence[int], successor: Municipality, on: date, now: datetime
) -> int:
    """The place and its code in the passport; a window open meanwhile is told, as by any saving."""
    rows = list(projects_on_places(predecessors, on).select_for_update(of=("self",), no_key=True))
    for row in rows:
        row.municipality = successor
        row.passport = row.passport | {"territory": successor.code}
        row.saving += 1
        row.save(update_fields=["municipality", "passport", "saving"])
    return len(rows)
