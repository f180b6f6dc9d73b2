"""The desk: one dense table with tabs, filters in the address, and what the library waits for."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rost.directory.queries.visitors import local_day
from rost.directory.rules import may
from rost.library.actions.reviews.refusals import CLASHES
from rost.library.forms.reviews import DeskFilterForm
from rost.library.queries.reviews import desk as read
from rost.library.rules import KEEP_LIBRARY
from rost.library.views.doors import visitor_of

from .doors import desk_page

PER_PAGE = 50
TABS = {
    read.WAITING: pgettext_lazy("desk", "Waiting"),
    read.MINE: pgettext_lazy("desk", "Taken by me"),
    read.TAKEN: pgettext_lazy("desk", "Under review"),
    read.AGAIN: pgettext_lazy("desk", "To look at again"),
    read.SEALS: pgettext_lazy("desk", "Seals that end"),
    read.DONE: pgettext_lazy("desk", "Decided by me"),
}


@require_safe
@never_cache
@desk_page
def desk(request: HttpRequest) -> HttpResponse:
    visitor = visitor_of(request)
    day = local_day(visitor.now)
    show = request.GET.get("show", read.WAITING)
    show = show if show in TABS else read.WAITING
    districts = read.districts_of(visitor, show, day)
    form = DeskFilterForm(request.GET, districts=[(one.code, one.name) for one in districts])
    wanted = wanted_of(form, show)
    names = read.titled(visitor, wanted, day) if wanted.text else []
    found = read.desk_rows(visitor, wanted, day, names)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    numbers = dict(read.counts(visitor, day))
    context = {
        "form": form,
        "show": show,
        "filtered": bool(wanted.text or wanted.district or wanted.overdue),
        "tabs": [(key, title, numbers.get(key)) for key, title in TABS.items()],
        "rows": [
            (row, CLASHES[row.clash] if row.clash else "")  # type: ignore[index]
            for row in read.lines_of(visitor, page.object_list, show, day)
        ],
        "page": page,
        "keeps": may(visitor, KEEP_LIBRARY),
        "crumbs": [
            (_("Library of practices"), reverse("library:practices")),
            (_("Review of practices"), ""),
        ],
    }
    return render(request, "library/review/desk.html", context)


def wanted_of(form: DeskFilterForm, show: str) -> read.Wanted:
    """What of the address makes sense; the rest is left out."""
    form.is_valid()
    told = form.cleaned_data
    return read.Wanted(
        show=show,
        district=told.get("district", ""),
        text=told.get("text", ""),
        overdue=bool(told.get("overdue")),
    )
