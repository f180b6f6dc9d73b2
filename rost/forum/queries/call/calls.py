"""The call of an edition."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from rost.forum.models import Call, Edition
from rost.forum.rules.call import CallStage, stage


def call_of(edition: Edition) -> Call | None:
    call = Call.objects.filter(edition=edition).first()
    if call is not None:
        call.edition = edition
    return call


def stage_of(call: Call, now: datetime) -> CallStage:
    return stage(opens_at=call.opens_at, closes_at=call.closes_at, now=now)


def call_open_between(now: datetime, until: datetime) -> QuerySet[Call]:
    """Calls that take projects now and close by `until`."""
    return Call.objects.filter(
        opens_at__lte=now, closes_at__gt=now, closes_at__lte=until
    ).select_related("edition")
