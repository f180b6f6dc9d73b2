"""A curator gives a person they know a code to come in with."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rost.directory.actions.keys import issue_code
from rost.directory.actions.records import record_access
from rost.directory.adapters.limits import within_limit
from rost.directory.models import AccessRecord
from rost.directory.queries.keys import code_as_dictated, people_for_codes, person_for_code
from rost.directory.rules import ISSUE_CODES
from rost.directory.views.permits import needs, person_of, visitor_of

PAGE = 25


@require_safe
@never_cache
@needs(ISSUE_CODES, anywhere=True)
def people(request: HttpRequest) -> HttpResponse:
    """People of the curator's territories, by name."""
    words = request.GET.get("q", "").strip()
    visitor = visitor_of(request)
    page = Paginator(people_for_codes(visitor, words), PAGE).get_page(request.GET.get("page"))
    record_access(
        person=person_of(request),
        act=AccessRecord.Act.VIEW,
        register="directory.codes",
        rows=len(page.object_list),
        now=visitor.now,
    )
    return render(request, "account/codes.html", {"page": page, "words": words})


@require_POST
@never_cache
@needs(ISSUE_CODES, anywhere=True)
def code(request: HttpRequest, number: int) -> HttpResponse:
    """Issue the code and show it, this once."""
    visitor = visitor_of(request)
    person = person_for_code(visitor, number)
    if person is None:
        raise Http404
    if not within_limit(request, "issue"):
        return render(request, "429.html", status=429)
    key, secret = issue_code(person=person, issued_by=person_of(request), now=visitor.now)
    shown = {"person": person, "key": key, "code": code_as_dictated(secret)}
    return render(request, "account/code_issued.html", shown)
