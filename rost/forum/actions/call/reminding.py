"""Three days before the call closes: whoever has an unsent draft is told, once."""

from __future__ import annotations

from datetime import datetime, timedelta

from rost.forum.messages.call import tell_closing
from rost.forum.models import Project, ProjectState
from rost.forum.queries.call import call_open_between

from .sending import makers

BEFORE = timedelta(days=3)


def remind_of_closing(now: datetime) -> int:
    """How many were told; a second round tells nobody again."""
    calls = call_open_between(now, now + BEFORE)
    drafts = (
        Project.objects.filter(call__in=calls, state=ProjectState.DRAFT, saving__gt=0)
        .select_related("call__edition", "author")
        .order_by("pk")
    )
    return sum(tell_closing(draft, person, now=now) for draft in drafts for person in makers(draft))
