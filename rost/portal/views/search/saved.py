"""Saved searches: saving, switching their news on and off, giving them up."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rost.catalogue.models import SavedSearch
from rost.directory.views.permits import person_of, visitor_of
from rost.portal.actions import searches
from rost.portal.queries.search.asked import read
from rost.portal.queries.search.saved import get_saved_for, saved_of
from rost.ui.refusals import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def saved_searches(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return save(request)
    rows = saved_of(person_of(request))
    crumbs = [(_("My page"), reverse("portal:my_page")), (_("Saved searches"), "")]
    return render(request, "portal/search/saved.html", {"rows": rows, "crumbs": crumbs})


def save(request: HttpRequest) -> HttpResponse:
    """The question comes as the address of its page; back to that page."""
    asked = read(dict(QueryDict(request.POST.get("query", "")[:2000]).lists()))
    try:
        searches.save_search(
            person=person_of(request),
            asked=asked,
            language=get_language() or "ru",
            now=visitor_of(request).now,
        )
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(
            request, _("The search is saved: news of it will come in one letter a day at most.")
        )
    return redirect(f"{reverse('portal:search')}?{asked.address}")


def saved_or_404(request: HttpRequest, number: int) -> SavedSearch:
    found = get_saved_for(visitor_of(request), number)
    if found is None:
        raise Http404
    return found


@require_POST
@login_required
def saved_search(request: HttpRequest, number: int) -> HttpResponse:
    """Switch the telling on or off."""
    saved, tells = saved_or_404(request, number), request.POST.get("tells") == "1"
    searches.switch(saved=saved, tells=tells, now=visitor_of(request).now)
    said = _("News of this search will be told.") if tells else _("This search is silent now.")
    messages.success(request, said)
    return redirect("portal:saved_searches")


@require_POST
@login_required
def saved_search_removal(request: HttpRequest, number: int) -> HttpResponse:
    searches.forget(saved=saved_or_404(request, number))
    messages.success(request, _("The search is deleted."))
    return redirect("portal:saved_searches")
