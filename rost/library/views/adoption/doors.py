"""Preconditions of the pages of adoptions; hidden means not found."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rost.library.actions.adoption import Ended
from rost.library.models import Adoption, AdoptionState, Practice
from rost.library.queries.adoption.doors import adoptable, get_adoption, get_own_adoption
from rost.library.views.doors import LARGEST_NUMBER, visitor_of

View = Callable[..., HttpResponse]


def practice_page(view: View) -> View:
    """The view gets a practice that stands in the library."""

    @wraps(view)
    def door(request: HttpRequest, number: int, **rest: Any) -> HttpResponse:
        practice = adoptable(number) if number <= LARGEST_NUMBER else None
        if practice is None:
            raise Http404
        return view(request, practice, **rest)

    return door


def adoption_page(view: View) -> View:
    """For everybody; the view gets the adoption."""

    @wraps(view)
    def door(request: HttpRequest, number: int, adoption: int, **rest: Any) -> HttpResponse:
        known = max(number, adoption) <= LARGEST_NUMBER
        found = get_adoption(number, adoption) if known else None
        if found is None:
            raise Http404
        return view(request, found, **rest)

    return door


def keeper_page(view: View) -> View:
    """For those who keep the adoption; the view gets it."""

    @never_cache
    @login_required
    @wraps(view)
    def door(request: HttpRequest, number: int, adoption: int, **rest: Any) -> HttpResponse:
        known = max(number, adoption) <= LARGEST_NUMBER
        found = get_own_adoption(visitor_of(request), number, adoption) if known else None
        if found is None:
            raise Http404
        return view(request, found, **rest)

    guarded: View = door
    return guarded


def open_page(view: View) -> View:
    """The same while it is not given up; afterwards its page says why nothing is written to it."""

    @keeper_page
    @wraps(view)
    def door(request: HttpRequest, adoption: Adoption, **rest: Any) -> HttpResponse:
        if adoption.state == AdoptionState.GIVEN_UP:
            messages.info(request, str(Ended().message))
            return redirect(address_of(adoption))
        return view(request, adoption, **rest)

    return door


def crumbs(practice: Practice, *steps: tuple[str, str]) -> list[tuple[str, str]]:
    """The library, the practice, then the given steps, the last being this page."""
    title = practice.version.title if practice.version is not None else practice.title
    return [
        (_("Practices"), reverse("library:practices")),
        (title, reverse("library:practice", args=[practice.pk])),
        *steps,
    ]


def address_of(adoption: Adoption, name: str = "adoption") -> str:
    return reverse(f"library:{name}", args=[adoption.practice_id, adoption.pk])


def back(
    request: HttpRequest, adoption: Adoption, said: str, name: str = "adoption"
) -> HttpResponse:
    messages.success(request, said)
    return redirect(address_of(adoption, name))
