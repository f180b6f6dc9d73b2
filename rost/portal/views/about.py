"""What the platform is, how accessible it is, and which Bashkir texts are not confirmed."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rost.portal.adapters.catalogue import unconfirmed

PAGE = 60


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    response = render(request, "portal/about.html")
    response.kept = not request.GET  # type: ignore[attr-defined]
    return response


@require_safe
def bashkir(request: HttpRequest) -> HttpResponse:
    """Bashkir texts beside the Russian ones, for whoever can put them right."""
    word = request.GET.get("q", "").strip()[:100]
    texts = [
        one
        for one in unconfirmed()
        if word.lower() in f"{one.english}\n{one.russian}\n{one.bashkir}".lower()
    ]
    page = Paginator(texts, PAGE).get_page(request.GET.get("page"))
    crumbs = [(_("About the platform"), "../"), (_("Bashkir texts"), "")]
    return render(
        request,
        "portal/bashkir.html",
        {"page_obj": page, "word": word, "total": len(texts), "crumbs": crumbs},
    )
