"""How long each class of data is kept, and what is past its term now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from rost.directory.models import DestructionAct, RetentionRule
from rost.directory.queries.personal_data import DataClass, Title, data_classes, title_of
from rost.directory.queries.visitors import local_day

REQUEST = "request"  # a person asked for it
RETENTION = "retention"  # the term is over
REASONS = {
    REQUEST: _("On the request of the person concerned"),
    RETENTION: _("The term of keeping is over"),
}


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One class: its rule, the moment before which rows go, and how many of them there are."""

    data_class: DataClass
    rule: RetentionRule
    before: datetime
    rows: int


def plan_of(now: datetime) -> list[PlanLine]:
    """The dry run: what `destroy_expired` would destroy now; names nobody."""
    rules = rules_on(local_day(now))
    lines = []
    for one in data_classes():
        rule = rules.get(one.name)
        if rule is not None and one.expired is not None:
            before = now - timedelta(days=rule.days)
            lines.append(PlanLine(one, rule, before, one.expired(before)))
    return lines


def rows_past_term(now: datetime) -> int:
    """The dry run in one number."""
    return sum(line.rows for line in plan_of(now))


def rules_on(day: date) -> dict[str, RetentionRule]:
    """The newest rule of each class that is valid on the day."""
    rules = RetentionRule.objects.filter(valid_from__lte=day).order_by("valid_from", "pk")
    return {rule.data_class: rule for rule in rules}


def totals_of(act: DestructionAct) -> list[tuple[Title, int]]:
    """Lines of an act: title of the class and how many rows."""
    return [(title_of(name), count) for name, count in act.totals.items()]
