"""What is wrong with the draft of an edition, always computed afresh."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.db.models import Count

from rost.core.programme.check import check
from rost.core.programme.findings import Finding, Level, Rule
from rost.core.programme.model import Programme, Window
from rost.forum.models import (
    AgendaItem,
    Availability,
    Edition,
    RegistrationStatus,
    RuleLevel,
)
from rost.forum.queries.draft import draft_programme
from rost.forum.rules.programme import levels_with


def levels_of(edition: Edition) -> dict[Rule, Level]:
    own = RuleLevel.objects.filter(edition=edition).values_list("rule", "level")
    return levels_with(dict(own))


def findings_of(edition: Edition, programme: Programme | None = None) -> tuple[Finding, ...]:
    """All findings, heaviest first; three queries besides those of the draft itself."""
    return check(
        programme or draft_programme(edition),
        demand=demand_of(edition),
        windows=windows_of(edition),
        levels=levels_of(edition),
    )


def demand_of(edition: Edition) -> dict[str, int]:
    """How many people want each session: seats kept and the queue for them together."""
    rows = (
        AgendaItem.objects.filter(session__edition=edition)
        .exclude(registration__status=RegistrationStatus.CANCELLED)
        .order_by()
        .values_list("session__code")
        .annotate(people=Count("id"))
    )
    return dict(rows)


def windows_of(edition: Edition) -> list[Window]:
    zone = ZoneInfo(edition.timezone)
    return [
        Window(row.person_id, row.starts_at.astimezone(zone), row.ends_at.astimezone(zone))
        for row in Availability.objects.filter(edition=edition)
    ]
