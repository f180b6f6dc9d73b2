"""Who stands behind a request, and which practice an address names."""

from __future__ import annotations

from django.http import HttpRequest

from rost.directory.models import Person
from rost.directory.rules import Visitor

CONFLICT, WRONG = 409, 422
LARGEST_NUMBER = 2**63 - 1  # what the databases take


def visitor_of(request: HttpRequest) -> Visitor:
    visitor: Visitor = request.visitor  # type: ignore[attr-defined]
    return visitor


def person_of(request: HttpRequest) -> Person:
    """Of a request that has passed `login_required`."""
    person = visitor_of(request).person
    assert person is not None
    return person
