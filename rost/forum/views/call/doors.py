"""Preconditions of the authors' pages; what is not yours is not there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from rost.directory.models import Person
from rost.forum.models import Call, Edition, Project
from rost.forum.queries.call import call_of, project_for
from rost.forum.views.registration.doors import (
    View,
    edition_page,
    participant_page,
    visitor_of,
)

CONFLICT, WRONG = 409, 422


def call_page(view: View) -> View:
    """For everybody; the view gets the call of an edition that has announced one."""

    @edition_page
    @wraps(view)
    def door(request: HttpRequest, edition: Edition, **rest: Any) -> HttpResponse:
        return view(request, announced(edition), **rest)

    return door


def author_page(view: View) -> View:
    """For people signed in; the view gets the call."""

    @participant_page
    @wraps(view)
    def door(request: HttpRequest, edition: Edition, **rest: Any) -> HttpResponse:
        return view(request, announced(edition), **rest)

    return door


def project_page(view: View) -> View:
    """For the makers of a project; the view gets the project."""

    @participant_page
    @wraps(view)
    def door(request: HttpRequest, edition: Edition, code: str, **rest: Any) -> HttpResponse:
        project = project_for(visitor_of(request), edition, code) if code.isalnum() else None
        if project is None:
            raise Http404
        return view(request, project, **rest)

    return door


def announced(edition: Edition) -> Call:
    call = call_of(edition)
    if call is None:
        raise Http404
    return call


def person_of(request: HttpRequest) -> Person:
    person = visitor_of(request).person
    if person is None:
        raise Http404
    return person


def crumbs(call: Call, *steps: tuple[str, str]) -> list[tuple[str, str]]:
    """The edition, the call, then the given steps; the last one is this page."""
    slug = call.edition.slug
    return [
        (call.edition.name, reverse("forum:edition", args=[slug])),
        (_("Call for projects"), reverse("forum:call", args=[slug]) if steps else ""),
        *steps,
    ]


def project_crumbs(project: Project, step: str = "") -> list[tuple[str, str]]:
    slug = project.call.edition.slug
    title = project.title or _("Draft without a name")
    here = (title, reverse("forum:own_project", args=[slug, project.code]) if step else "")
    mine = (_("My projects"), reverse("forum:own_projects", args=[slug]))
    return crumbs(project.call, mine, here, *([(step, "")] if step else []))


Act = Callable[[], object]
