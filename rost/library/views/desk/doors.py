"""Preconditions of the desk: reviewers anywhere, keepers of the library; hidden means not found."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from rost.directory.rules import needs_second_factor
from rost.library.models import Practice
from rost.library.queries.reviews.desk import desk_reach
from rost.library.queries.reviews.doors import get_reviewed_for
from rost.library.rules import KEEP_LIBRARY, REVIEW_PRACTICES
from rost.library.views.doors import LARGEST_NUMBER, visitor_of

View = Callable[..., HttpResponse]


def desk_page(view: View) -> View:
    """Staff whose rights sleep are led to their second factor first."""

    @wraps(view)
    @login_required
    def door(request: HttpRequest, **rest: Any) -> HttpResponse:
        visitor = visitor_of(request)
        if desk_reach(visitor):
            return view(request, **rest)
        if any(needs_second_factor(visitor, one) for one in (KEEP_LIBRARY, REVIEW_PRACTICES)):
            query = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('account_second_factor')}?{query}")
        raise Http404

    return door


def reviewed_page(view: View) -> View:
    """The view gets the practice by its number."""

    @wraps(view)
    @desk_page
    def door(request: HttpRequest, number: int, **rest: Any) -> HttpResponse:
        return view(request, practice_or_404(request, number), **rest)

    return door


def practice_or_404(request: HttpRequest, number: int) -> Practice:
    known = number <= LARGEST_NUMBER
    practice = get_reviewed_for(visitor_of(request), number) if known else None
    if practice is None:
        raise Http404
    return practice
