"""Preconditions of views, as decorators."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from rost.directory.models import Person
from rost.directory.rules import Right, Visitor, may, needs_second_factor

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def visitor_of(request: HttpRequest) -> Visitor:
    visitor: Visitor = request.visitor  # type: ignore[attr-defined]
    return visitor


def person_of(request: HttpRequest) -> Person:
    """The person signed in; for views behind `login_required` or `needs`."""
    person = visitor_of(request).person
    if person is None:
        raise Http404
    return person


def needs(right: Right, *, anywhere: bool = False) -> Callable[[View[P]], View[P]]:
    """The view is for those who have the right on the whole platform (or anywhere at all).

    Strangers are asked to sign in; staff whose rights sleep are led to their second factor;
    to everybody else the page does not exist.
    """

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        @login_required
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            visitor = visitor_of(request)
            if may(visitor, right) or (anywhere and holds_anywhere(visitor, right)):
                return view(request, *args, **kwargs)
            if needs_second_factor(visitor, right):
                query = urlencode({"next": request.get_full_path()})
                return redirect(f"{reverse('account_second_factor')}?{query}")
            raise Http404

        wrapped: Any = guarded
        return wrapped  # type: ignore[no-any-return]

    return decorate


def holds_anywhere(visitor: Visitor, right: Right) -> bool:
    return any(
        may(visitor, right, territory=f".{grant.where}.", space=grant.where)
        for grant in visitor.grants
    )
