"""Destroying what has outlived its purpose, with an act; and the rules as they are shipped."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from django.apps import apps
from django.db import transaction
from django.db.models import Max

from rost.directory.models import DestructionAct, Person, RetentionRule
from rost.directory.queries.retention import REQUEST, RETENTION, plan_of

__all__ = ["REQUEST", "RETENTION", "destroy_expired", "load_retention_rules", "write_act"]


@transaction.atomic
def destroy_expired(*, by: Person | None, now: datetime) -> DestructionAct | None:
    """Destroy everything past its term; the act, or None when there was nothing to destroy.

    What was declared last goes first: it hangs on what was declared before, and would otherwise
    go with it uncounted.
    """
    plan = [one for one in plan_of(now) if one.rows and one.data_class.destroy is not None]
    for line in plan:
        if line.data_class.prepare is not None:
            line.data_class.prepare(line.before, now)
    gone = {}
    for line in reversed(plan):
        assert line.data_class.destroy is not None
        gone[line.data_class.name] = line.data_class.destroy(line.before, now)
    names = [line.data_class.name for line in plan]
    totals = {name: gone[name] for name in names if gone[name]}
    return write_act(by=by, now=now, reason=RETENTION, totals=totals) if totals else None


@transaction.atomic
def write_act(
    *, by: Person | None, now: datetime, reason: str, totals: dict[str, int]
) -> DestructionAct:
    """The next act; numbers run without gaps, so whoever writes one waits for the other."""
    list(RetentionRule.objects.select_for_update().order_by("pk"))
    last = DestructionAct.objects.aggregate(last=Max("number"))["last"] or 0
    return DestructionAct.objects.create(
        number=last + 1,
        at=now,
        by=by,
        by_name=by.full_name if by else "",
        reason=reason,
        totals=totals,
    )


def load_retention_rules() -> int:
    """Add the shipped rules of every room that are not there yet; changes none that is."""
    added = 0
    for row in shipped_rules():
        _rule, new = RetentionRule.objects.get_or_create(
            data_class=row["data_class"],
            valid_from=date.fromisoformat(row["valid_from"]),
            defaults={"days": int(row["days"]), "basis": row["basis"]},
        )
        added += new
    return added


def shipped_rules() -> Iterator[dict[str, str]]:
    """Rows of `data/retention.csv` in each room that has one."""
    for room in apps.get_app_configs():
        path = Path(room.path) / "data" / "retention.csv"
        if room.name.startswith("rost.") and path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                yield from csv.DictReader(file, delimiter=";")
