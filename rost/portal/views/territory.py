"""A territory's page: a village's people, practices, projects, money, questions, peers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rost.directory.models import Kind, Municipality
from rost.directory.queries.places import get_place_for
from rost.directory.queries.visitors import local_day, midnight_after
from rost.directory.views.permits import visitor_of
from rost.portal.queries.territory import territory_page
from rost.ui.wording import own_name


@require_safe
def territory(request: HttpRequest, code: str) -> HttpResponse:
    """The same for all strangers, until something of it is saved or a day ends."""
    visitor = visitor_of(request)
    place = get_place_for(visitor, code)
    if place is None:
        raise Http404
    if place.kind == Kind.REGION:
        return redirect("directory:place", place.code)
    day = local_day(visitor.now)
    context = {
        "page": territory_page(place, visitor),
        "place": place,
        "over": place.valid_to is not None and place.valid_to < day,
        "crumbs": crumbs_to(place),
    }
    response = render(request, "portal/territory/page.html", context)
    response.kept = not request.GET  # type: ignore[attr-defined]
    response.kept_until = midnight_after(visitor.now)  # type: ignore[attr-defined]
    return response


def crumbs_to(place: Municipality) -> list[tuple[object, str]]:
    above = []
    if place.parent is not None and place.parent.kind != Kind.REGION:
        parent = place.parent
        above.append((own_name(parent), reverse("portal:territory", args=[parent.code])))
    return [
        (_("Municipalities"), reverse("directory:places")),
        *above,
        (own_name(place), ""),
    ]
