"""The call as everybody sees it: what, until when, by which rule."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from rost.forum.messages.call import countdown
from rost.forum.models import Call
from rost.forum.queries.call import own_projects, stage_of
from rost.forum.queries.committee import accepted_projects
from rost.forum.rules.call import CallStage, criteria_from
from rost.forum.views.registration.doors import visitor_of

from .doors import call_page, crumbs


@require_safe
@call_page
def call(request: HttpRequest, call: Call) -> HttpResponse:
    visitor, language = visitor_of(request), get_language() or "ru"
    stage = stage_of(call, visitor.now)
    context = {
        "edition": call.edition,
        "call": call,
        "stage": stage,
        "left": countdown(call.closes_at, visitor.now) if stage is CallStage.OPEN else "",
        "criteria": [(one, one.name(language)) for one in criteria_from(call.criteria)],
        "mine": len(own_projects(visitor.person, call.edition)) if visitor.person else 0,
        "accepted": accepted_projects(call),
        "crumbs": crumbs(call),
    }
    return render(request, "forum/call/call.html", context)
