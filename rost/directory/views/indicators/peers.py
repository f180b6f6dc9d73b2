"""Places like a place: who, why, and by what they are compared."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from rost.directory.forms.peers import WEIGHT_NAMES, address_of
from rost.directory.models import Kind
from rost.directory.queries.indicators.declared import may_declare
from rost.directory.queries.indicators.wording import THEMES
from rost.directory.queries.peers import PRESETS, Choice, peers_page
from rost.directory.queries.peers.weights import EVERYTHING
from rost.directory.queries.visitors import local_day
from rost.directory.views.permits import visitor_of
from rost.directory.views.places import crumbs_to, place_or_404
from rost.ui.wording import own_name

THEME_NAMES = {EVERYTHING: _("Everything together"), **THEMES}


@require_safe
def peers(request: HttpRequest, code: str) -> HttpResponse:
    """What the reader chose stands in the address, in its shortest form."""
    place = place_or_404(request, code)
    if place.kind == Kind.REGION:
        raise Http404
    visitor = visitor_of(request)
    page = peers_page(place, request.GET.dict())
    own = reverse("directory:peers", args=[place.code])
    if request.GET and request.GET.urlencode() != address_of(page.choice):
        return redirect(f"{own}?{address_of(page.choice)}".rstrip("?"))
    context = {
        "page": page,
        "place": place,
        "themes": [
            (THEME_NAMES[one], f"{own}?{address_of(Choice(theme=one))}".rstrip("?"), one)
            for one in PRESETS
        ],
        "weights": WEIGHT_NAMES,
        "own": own,
        "changed": page.choice != Choice(theme=page.choice.theme),
        "may_declare": may_declare(visitor, place, local_day(visitor.now)),
        "crumbs": [
            *crumbs_to(place)[:-1],
            (own_name(place), reverse("portal:territory", args=[place.code])),
            (_("Peers"), ""),
        ],
    }
    response = render(request, "directory/peers/page.html", context)
    response.kept = visitor.person is None and not request.GET  # type: ignore[attr-defined]
    return response
