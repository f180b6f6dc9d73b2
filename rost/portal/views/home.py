"""The home page and a person's own page."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from rost.directory.rules import Visitor
from rost.portal.actions.demo.personas import PERSONAS, secret_of
from rost.portal.queries.editions import on_stage
from rost.portal.queries.my_page import duties_of, mine
from rost.portal.queries.search.wording import EXAMPLES


def visitor_of(request: HttpRequest) -> Visitor:
    visitor: Visitor = request.visitor  # type: ignore[attr-defined]
    return visitor


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What is on, what can be done in one tap, what the forum is for."""
    stage = on_stage(visitor_of(request).now)
    context = {
        "stage": stage,
        "personas": personas() if settings.DEMO else (),
        "examples": EXAMPLES,
        "own_search": True,
    }
    response = render(request, "portal/home.html", context)
    response.kept = not request.GET  # type: ignore[attr-defined]
    response.kept_until = stage.changes_at if stage else None  # type: ignore[attr-defined]
    return response


def personas() -> list[tuple[str, str]]:
    """One-tap ways in, in the demonstration only."""
    try:
        return [(one.who, reverse("account_key", args=[secret_of(one)])) for one in PERSONAS]
    except NoReverseMatch:
        return []


@require_safe
@login_required
def my_page(request: HttpRequest) -> HttpResponse:
    """A person's registration, agenda, messages, data and duties."""
    visitor = visitor_of(request)
    assert visitor.person is not None
    own = mine(visitor.person, visitor.now, language=get_language() or "ru")
    stage = None if own.registration else on_stage(visitor.now)
    return render(
        request,
        "portal/my_page.html",
        {
            "person": visitor.person,
            "mine": own,
            "stage": stage,
            "duties": duties_of(visitor),
            "now": visitor.now,
        },
    )
