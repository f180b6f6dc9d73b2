"""Public pages of the register: the index, a municipality, and choosing one."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from rost.directory.models import Municipality
from rost.directory.queries.places import (
    Territory,
    find_places,
    get_place_for,
    label_of,
    place_page,
    population_plot,
    territories,
)
from rost.directory.queries.visitors import local_day
from rost.directory.rules import EDIT_DIRECTORY, may
from rost.directory.views.answers import safe_path
from rost.directory.views.permits import visitor_of
from rost.ui.wording import own_name

MOST_FOUND = 50
MOST_CHOICES = 20
LONGEST_SEARCH = 200
CODE_DIGITS = 8


def searched(request: HttpRequest) -> str:
    return request.GET.get("q", "").strip()[:LONGEST_SEARCH]


def asked_code(request: HttpRequest, name: str) -> str:
    """A code in the address, if it is one."""
    code = request.GET.get(name, "")
    return code if code.isascii() and code.isdigit() and len(code) == CODE_DIGITS else ""


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Districts and okrugs with counts, several regions folded; or what a search has found."""
    visitor = visitor_of(request)
    day, words = local_day(visitor.now), searched(request)
    context: dict[str, Any] = {"words": words, "may_edit": may(visitor, EDIT_DIRECTORY)}
    if words:
        context["found"] = find_places(words, day=day, limit=MOST_FOUND)
        context["most"] = MOST_FOUND
    else:
        region = asked_code(request, "region")
        context["groups"] = by_region(territories(day=day, region=region))
        context["folded"] = len(context["groups"]) > 1
    return render(request, "directory/places/index.html", context)


def by_region(listed: list[Territory]) -> list[dict[str, Any]]:
    """Regions with their districts and their okrugs."""
    ordered = sorted(listed, key=lambda one: one.place.path.split(".")[1])
    groups = []
    for _region, lines in groupby(ordered, key=lambda one: one.place.path.split(".")[1]):
        of_region = list(lines)
        groups.append(
            {
                "region": of_region[0].place.parent,
                "districts": [one for one in of_region if one.settlements],
                "okrugs": [one for one in of_region if not one.settlements],
                "count": len(of_region) + sum(one.settlements for one in of_region),
                "people": sum(one.people or 0 for one in of_region),
            }
        )
    return groups


def place_or_404(request: HttpRequest, code: str) -> Municipality:
    place = get_place_for(visitor_of(request), code)
    if place is None:
        raise Http404
    return place


@require_safe
def place(request: HttpRequest, code: str) -> HttpResponse:
    """One municipality: what it is, how many live there, what it came from, what lies in it."""
    found = place_or_404(request, code)
    visitor = visitor_of(request)
    day = local_day(visitor.now)
    page = place_page(found, day=day)
    context = {
        "page": page,
        "place": found,
        "parent_name": own_name(found.parent) if found.parent else "",
        "over": found.valid_to is not None and found.valid_to < day,
        "plot": population_plot([(one.year, one.people) for one in page.populations]),
        "may_edit": may(visitor, EDIT_DIRECTORY),
        "crumbs": crumbs_to(found),
    }
    return render(request, "directory/places/place.html", context)


def crumbs_to(found: Municipality) -> list[tuple[Any, str]]:
    """From the index through the district to the place itself."""
    above = []
    parent = found.parent
    while parent is not None:
        above.append((own_name(parent), reverse("directory:place", args=[parent.code])))
        parent = parent.parent
    return [
        (_("Municipalities"), reverse("directory:places")),
        *reversed(above),
        (own_name(found), ""),
    ]


@require_safe
def choices(request: HttpRequest) -> HttpResponse:
    """Choosing one of the municipalities found; leads to `next` with the code in `field`.

    Asked by a script, it answers with suggestions for a text field alone.
    """
    visitor, words = visitor_of(request), searched(request)
    found = find_places(words, day=local_day(visitor.now), limit=MOST_CHOICES) if words else []
    context = {
        "words": words,
        "choices": [(one.code, label_of(one)) for one in found],
        "next": safe_path(request, "next") or reverse("directory:chosen_place"),
        "field": request.GET.get("field", "")[:40] or "place",
    }
    suggestions = request.headers.get("HX-Request") == "true"
    name = "suggestions" if suggestions else "choices"
    return render(request, f"directory/places/{name}.html", context)


@require_safe
def chosen(request: HttpRequest) -> HttpResponse:
    """Where a choice leads by itself: to the page of the place."""
    return redirect("portal:territory", place_or_404(request, asked_code(request, "place")).code)
