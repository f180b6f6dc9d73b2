"""What of an edition needs its organisers today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from rost.core.programme.findings import Level
from rost.directory.models import Municipality
from rost.forum.models import Category, Edition, Registration, RegistrationStatus
from rost.forum.queries.findings import findings_of
from rost.forum.queries.versions import unpublished_difference
from rost.forum.rules.registration import Gap, gap


@dataclass(frozen=True, slots=True)
class Today:
    findings: Mapping[Level, int]
    changes: int  # of sessions, not yet published
    sessions: int
    requested: int
    waiting: int
    confirmed: int
    silent: int  # districts and okrugs that have registered nobody
    registration_open: bool
    gap: Gap | None  # what the announced registration still lacks


def today_of(edition: Edition, now: datetime) -> Today:
    """A fixed number of queries."""
    found, _old, draft = unpublished_difference(edition)
    findings = findings_of(edition, draft)
    status = RegistrationStatus
    people = Registration.objects.filter(edition=edition).aggregate(
        requested=Count("pk", filter=Q(status=status.REQUESTED)),
        waiting=Count("pk", filter=Q(status=status.WAITING)),
        confirmed=Count("pk", filter=Q(status=status.CONFIRMED)),
    )
    opens, closes = edition.registration_opens_at, edition.registration_closes_at
    return Today(
        findings={level: sum(one.level is level for one in findings) for level in Level},
        changes=len({change.code for change in found.sessions}),
        sessions=len(draft.sessions),
        silent=silent_districts(edition),
        gap=gap_of(edition),
        registration_open=opens is not None and opens <= now and (closes is None or now < closes),
        **people,
    )


def gap_of(edition: Edition) -> Gap | None:
    """One query, and none before the opening hour is announced."""
    opens = edition.registration_opens_at
    return gap(
        opens_at=opens,
        closes_at=edition.registration_closes_at,
        categories=Category.objects.filter(edition=edition).count() if opens is not None else 0,
    )


def silent_districts(edition: Edition) -> int:
    """How many districts and okrugs of the forum's day have no registration in force."""
    heard = (
        Registration.objects.filter(edition=edition, district__isnull=False)
        .exclude(status=RegistrationStatus.CANCELLED)
        .values("district")
    )
    upper = Municipality.objects.valid_on(edition.starts_on).upper()
    return upper.exclude(pk__in=heard).count()
