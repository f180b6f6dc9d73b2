"""Puts the visitor on the request: `request.visitor`, resolved when first asked for."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from rost.directory.adapters.account import passed_second_factor
from rost.directory.models import Person
from rost.directory.queries import visitor_for
from rost.directory.rules import Visitor


def visitor_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        request.visitor = SimpleLazyObject(lambda: resolve(request))  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


def resolve(request: HttpRequest) -> Visitor:
    person = request.user if isinstance(request.user, Person) else None
    if person is not None and not person.is_active:
        person = None
    return visitor_for(person, now=timezone.now(), strong=passed_second_factor(request))
