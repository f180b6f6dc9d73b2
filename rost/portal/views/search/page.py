"""The search page and the suggestions under its field."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rost.directory.queries.visitors import midnight_after
from rost.directory.views.permits import visitor_of
from rost.portal.adapters.limits import within_limit
from rost.portal.queries.search.asked import Asked, read
from rost.portal.queries.search.facets import sorts_of
from rost.portal.queries.search.page import PER_PAGE, search_page, start_page
from rost.portal.queries.search.saved import is_saved
from rost.portal.queries.search.suggestions import suggested
from rost.portal.queries.search.wording import EXAMPLES
from rost.portal.queries.search.words import other_words

TOO_MANY = 429
WAIT = "30"  # seconds
LONGEST_START = 80  # characters of what is being typed


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """One field; the address carries the whole question. Only the empty page is kept."""
    visitor = visitor_of(request)
    asked = read(dict(request.GET.lists()))
    if asked.is_empty:
        page = start_page(visitor)
        context = {"page": page, "asked": asked, "examples": EXAMPLES, "on_search": True}
        response = render(request, "portal/search/start.html", context)
        response.kept = not request.GET  # type: ignore[attr-defined]
        response.kept_until = midnight_after(visitor.now)  # type: ignore[attr-defined]
        return response
    if not within_limit(request, "search"):
        return too_many(request, asked)
    page = search_page(visitor, asked, number_of(request.GET.get("page", "")))
    sheets = Paginator(range(page.shown_total), PER_PAGE)
    context = {
        "page": page,
        "asked": asked,
        "page_obj": sheets.get_page(page.page),
        "sorts": sorts_of(asked),
        "kept_pairs": [pair for pair in asked.pairs() if pair[0] != "q"],
        "saved": is_saved(visitor, asked),
        "on_search": True,
        "words": other_words(asked.query) if not page.total else (),
    }
    return render(request, "portal/search/results.html", context)


def too_many(request: HttpRequest, asked: Asked) -> HttpResponse:
    context = {"asked": asked, "on_search": True}
    response = render(request, "portal/search/wait.html", context, status=TOO_MANY)
    response["Retry-After"] = WAIT
    return response


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """What the words being typed may become; a limit passed is silence, not an error."""
    text = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_START]
    if len(text) < 2 or not within_limit(request, "suggestions"):
        return JsonResponse({"suggestions": []})
    found = suggested(visitor_of(request), text, language=get_language() or "ru")
    return JsonResponse(
        {"suggestions": found, "count": _("Suggestions: %(n)s") % {"n": len(found)}}
    )


def number_of(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 1
