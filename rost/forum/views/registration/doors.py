"""Preconditions of the pages of registration; hidden means not found."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from rost.directory.models import ScopeKind
from rost.directory.rules import Right, Visitor, may, needs_second_factor
from rost.forum import rules
from rost.forum.models import Edition
from rost.forum.queries.editions import get_edition_for
from rost.forum.rules import MANAGE_REGISTRATIONS, REGISTER_OTHERS
from rost.forum.views.desk.doors import tools

View = Callable[..., HttpResponse]


def visitor_of(request: HttpRequest) -> Visitor:
    visitor: Visitor = request.visitor  # type: ignore[attr-defined]
    return visitor


def edition_page(view: View) -> View:
    """The view gets the edition itself and runs in the edition's own time."""

    @wraps(view)
    @never_cache
    def door(request: HttpRequest, slug: str, **rest: Any) -> HttpResponse:
        edition = get_edition_for(visitor_of(request), slug)
        if edition is None:
            raise Http404
        with timezone.override(edition.timezone):
            return view(request, edition, **rest)

    return door


def participant_page(view: View) -> View:
    """For people signed in; others sign in first and come back."""
    door: View = login_required(edition_page(view))
    return door


def needing(right: Right, allowed: Callable[[Visitor, Edition], bool]) -> Callable[[View], View]:
    """For those whom `allowed` lets in; staff without their second factor are led to it."""

    def decorate(view: View) -> View:
        @login_required
        @edition_page
        @wraps(view)
        def door(request: HttpRequest, edition: Edition, **rest: Any) -> HttpResponse:
            visitor = visitor_of(request)
            if allowed(visitor, edition):
                return view(request, edition, **rest)
            if needs_second_factor(visitor, right):
                query = urlencode({"next": request.get_full_path()})
                return redirect(f"{reverse('account_second_factor')}?{query}")
            raise Http404

        guarded: View = door
        return guarded

    return decorate


def manages(visitor: Visitor, edition: Edition) -> bool:
    return may(visitor, MANAGE_REGISTRATIONS, space=edition.space)


def registers_others(visitor: Visitor, edition: Edition) -> bool:
    return rules.registers_others(visitor, edition.space)


def territories_of(visitor: Visitor) -> tuple[str, ...]:
    """Codes of the territories where the visitor may register others."""
    return tuple(
        grant.where
        for grant in visitor.grants
        if grant.scope == ScopeKind.TERRITORY
        and may(visitor, REGISTER_OTHERS, territory=f".{grant.where}.")
    )


def reach_of(visitor: Visitor, edition: Edition) -> tuple[str, ...]:
    """Where the visitor may register: empty is everywhere, for organisers of the edition."""
    if may(visitor, REGISTER_OTHERS, space=edition.space):
        return ()
    return territories_of(visitor)


manager_page = needing(MANAGE_REGISTRATIONS, manages)
registrar_page = needing(REGISTER_OTHERS, registers_others)


def crumbs(edition: Edition, *steps: str) -> list[tuple[str, str]]:
    """The way here: the edition, then the given steps, the last being this page."""
    return [
        (edition.name, reverse("forum:edition", args=[edition.slug])),
        *((one, "") for one in steps),
    ]


def desk_page(
    request: HttpRequest,
    edition: Edition,
    template: str,
    context: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """A page for whoever registers others, under the same tabs as the rest of the desk."""
    known = {"edition": edition, "at_registrations": True, **tools(request, edition)}
    return render(request, f"forum/registration/{template}.html", known | context, status=status)
