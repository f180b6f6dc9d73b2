"""Preconditions of the public pages, and how their answers may be kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from rost.forum.models import Edition
from rost.forum.queries.editions import get_edition_for
from rost.forum.queries.published import published_of

View = Callable[..., HttpResponseBase]


def public_edition(view: View) -> View:
    """The view gets the edition itself; what the visitor may not see is not there."""

    @require_safe
    @wraps(view)
    def door(request: HttpRequest, slug: str, **rest: Any) -> HttpResponseBase:
        edition = get_edition_for(request.visitor, slug)  # type: ignore[attr-defined]
        if edition is None:
            raise Http404
        return view(request, edition, **rest)

    return door


def approved_programme(view: View) -> View:
    """The view gets the edition and its approved programme; without one there is nothing yet."""

    @public_edition
    @wraps(view)
    def door(request: HttpRequest, edition: Edition, **rest: Any) -> HttpResponseBase:
        published = published_of(edition)
        if published is None:
            raise Http404
        return view(request, edition, published, **rest)

    return door


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    edition: Edition,
    below: bool = False,
    until: datetime | None = None,
) -> HttpResponse:
    """A page in the edition's own time, which may be kept while nothing is saved.

    A page below the programme shows the way back to it.
    Answers to a search are not kept: there are as many of them as words.
    """
    with timezone.override(edition.timezone):
        response = render(
            request, template, {"edition": edition, "crumbs": _crumbs(edition, below), **context}
        )
    response.headers["Cache-Control"] = "no-cache"
    if edition.is_public and not request.GET:
        response.kept = True  # type: ignore[attr-defined]
        response.kept_until = until  # type: ignore[attr-defined]
    return response


def _crumbs(edition: Edition, below: bool) -> list[tuple[str, str]]:
    if not below:
        return []
    return [
        (edition.name, reverse("forum:edition", args=[edition.slug])),
        (gettext("Programme"), reverse("forum:programme", args=[edition.slug])),
    ]
