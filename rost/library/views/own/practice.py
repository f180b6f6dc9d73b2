"""One practice for its authors, and taking its draft away."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from rost.core.passport import load
from rost.library.actions.practices import delete_draft
from rost.library.models import Practice
from rost.library.queries.passport import pieces_of
from rost.library.queries.practices import get_practice_for, origins_of
from rost.library.views.doors import LARGEST_NUMBER, visitor_of
from rost.ui.languages import in_language


def found(request: HttpRequest, number: int) -> Practice:
    known = number <= LARGEST_NUMBER
    practice = get_practice_for(visitor_of(request), number) if known else None
    if practice is None:
        raise Http404
    return practice


@require_safe
@never_cache
@login_required
def practice(request: HttpRequest, number: int) -> HttpResponse:
    one = found(request, number)
    person, language = visitor_of(request).person, get_language() or "ru"
    context = {
        "practice": one,
        "pieces": pieces_of(load(one.passport), language),
        "origins": [
            (card.title, "" if card.withdrawn_at else in_language(card.path, language))
            for card in origins_of(one)
        ],
        "is_author": person is not None and one.author_id == person.pk,
        "crumbs": [(_("My page"), reverse("portal:my_page")), (one.title, "")],
    }
    return render(request, "library/practice.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def practice_removal(request: HttpRequest, number: int) -> HttpResponse:
    """The author alone deletes, after one more question."""
    one = found(request, number)
    if visitor_of(request).person != one.author:
        raise Http404
    if request.method != "POST":
        return render(request, "library/practice_removal.html", {"practice": one})
    delete_draft(practice=one, now=visitor_of(request).now)
    messages.success(request, _("The draft is deleted. The project it grew from stays."))
    return redirect("portal:my_page")
