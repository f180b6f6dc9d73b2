"""Preconditions of the authors' pages; what is not yours is not there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rost.library.models import Practice
from rost.library.queries.practices import get_practice_for, is_author, name_of
from rost.library.views.doors import LARGEST_NUMBER, visitor_of

View = Callable[..., HttpResponse]


def draft_page(view: View) -> View:
    """For whoever may read the working copy: its authors, and reviewers once it was sent."""

    @never_cache
    @login_required
    @wraps(view)
    def door(request: HttpRequest, number: int, **rest: Any) -> HttpResponse:
        known = number <= LARGEST_NUMBER
        practice = get_practice_for(visitor_of(request), number) if known else None
        if practice is None:
            raise Http404
        return view(request, practice, **rest)

    return door


def author_page(view: View) -> View:
    """For its authors alone."""

    @draft_page
    @wraps(view)
    def door(request: HttpRequest, practice: Practice, **rest: Any) -> HttpResponse:
        if not is_author(visitor_of(request).person, practice):
            raise Http404
        return view(request, practice, **rest)

    return door


def crumbs(practice: Practice, step: str = "") -> list[tuple[str, str]]:
    title = name_of(practice) or _("Draft without a name")
    here = reverse("library:draft", args=[practice.pk]) if step else ""
    mine = (_("My page"), reverse("portal:my_page"))
    return [mine, (title, here), *([(step, "")] if step else [])]
