"""Puts the visitor on the request: `request.visitor`, resolved when first asked for."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from rost.directory.models import Person
from rost.directory.queries import visitor_for
from rost.directory.rules import Visitor

SECOND_FACTOR_METHODS = {"mfa"}


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


def passed_second_factor(request: HttpRequest) -> bool:
    """A passkey or one-time password stands behind this session, or the demonstration waives it."""
    if not settings.STAFF_SECOND_FACTOR:
        return True
    methods = request.session.get("account_authentication_methods", [])
    return any(method.get("method") in SECOND_FACTOR_METHODS for method in methods)
