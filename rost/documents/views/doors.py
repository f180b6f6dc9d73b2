"""Preconditions of the pages, and what they share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header, urlencode
from django.utils.translation import gettext as _

from rost.directory.models import Person
from rost.directory.queries.spaces import space_titles
from rost.directory.rules import Right, Visitor, may, needs_second_factor
from rost.documents.queries.documents import File

View = Callable[..., HttpResponse]
PLATFORM = "platform"  # in addresses: what is said in every space that says nothing of its own


def visitor_of(request: HttpRequest) -> Visitor:
    visitor: Visitor = request.visitor  # type: ignore[attr-defined]
    return visitor


def person_of(request: HttpRequest) -> Person:
    """The person signed in; for views behind `login_required`."""
    person = visitor_of(request).person
    if person is None:
        raise Http404
    return person


def in_space(right: Right) -> Callable[[View], View]:
    """The view gets the space and its title; without the right there the page does not exist."""

    def decorate(view: View) -> View:
        @wraps(view)
        @login_required
        def door(request: HttpRequest, space: str, **rest: Any) -> HttpResponse:
            visitor, space = visitor_of(request), "" if space == PLATFORM else space
            title = space_titles([space]).get(space) if space else _("All forums")
            if title and may(visitor, right, space=space):
                return view(request, space, title, **rest)
            if needs_second_factor(visitor, right):
                query = urlencode({"next": request.get_full_path()})
                return redirect(f"{reverse('account_second_factor')}?{query}")
            raise Http404

        return door

    return decorate


def address(name: str, space: str, *more: object) -> str:
    """The address of a page of a space."""
    return reverse(name, args=[space or PLATFORM, *more])


def as_file(file: File, *, inline: bool = False) -> HttpResponse:
    response = HttpResponse(file.data, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(not inline, file.name) or ""
    return response
