"""Who is asking: a person and the roles in force right now."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from rost.directory.models import Person, Role, ScopeKind
from rost.directory.rules import Grant, Visitor


def visitor_for(person: Person | None, *, now: datetime, strong: bool) -> Visitor:
    """The visitor with the roles in force on the local day of `now`: one query at most."""
    if person is None:
        return Visitor(None, (), now)
    today = local_day(now)
    roles = Role.objects.filter(person=person).held_on(today).select_related("territory")
    grants = tuple(
        Grant(
            role.name,
            role.scope,
            role.territory.code
            if role.scope == ScopeKind.TERRITORY and role.territory
            else role.space,
        )
        for role in roles
    )
    return Visitor(person, grants, now, strong)


def local_day(now: datetime) -> date:
    """The day of `now` on the platform's own calendar."""
    return now.astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def midnight_after(now: datetime) -> datetime:
    """When what depends on the local day changes next."""
    zone = ZoneInfo(settings.TIME_ZONE)
    return datetime.combine(local_day(now) + timedelta(days=1), time.min, zone)
