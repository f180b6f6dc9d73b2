"""Changes of the register: a merge, another status, another name."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from rost.directory.actions.places import change_status, merge, rename
from rost.directory.forms.places import MergeForm, RenamingForm, StatusForm
from rost.directory.models import Municipality
from rost.directory.queries.places import merge_forecast
from rost.directory.queries.visitors import local_day
from rost.directory.rules import EDIT_DIRECTORY
from rost.directory.views.answers import attempt, done, form_page
from rost.directory.views.permits import needs, visitor_of
from rost.directory.views.places import crumbs_to, place_or_404
from rost.ui.wording import own_name


def crumbs(place: Municipality) -> list[tuple[Any, str]]:
    own = (own_name(place), reverse("directory:place", args=[place.code]))
    return [*crumbs_to(place)[:-1], own]


@require_http_methods(["GET", "HEAD", "POST"])
@needs(EDIT_DIRECTORY)
def merging(request: HttpRequest, code: str) -> HttpResponse:
    """What becomes part of what; first what would be carried over, then the deed."""
    place = place_or_404(request, code)
    now = visitor_of(request).now
    form = MergeForm(request.POST or None, day=local_day(now))
    if form.is_valid():
        told = form.cleaned_data
        predecessors = list({one.pk: one for one in (place, *told["others"])}.values())
        if "confirmed" not in request.POST:
            return forecast(request, place, form, predecessors)
        carried = attempt(
            form,
            lambda: merge(
                predecessors=predecessors,
                successor=told["successor"],
                on=told["on"],
                basis=told["basis"],
                now=now,
            ),
        )
        if carried is not None:
            return done(
                request,
                _("The municipalities are merged."),
                "directory:place",
                told["successor"].code,
            )
    return form_page(
        request,
        form,
        title=_("Merge with another municipality"),
        submit=_("See what will change"),
        lead=_("Nothing changes yet: the next page shows what will be carried over."),
        crumbs=crumbs(place),
    )


def forecast(
    request: HttpRequest, place: Municipality, form: MergeForm, predecessors: list[Municipality]
) -> HttpResponse:
    told = form.cleaned_data
    context = {
        "place": place,
        "predecessors": predecessors,
        "told": told,
        "sent": [(name, request.POST.get(name, "")) for name in ("others", "on", "basis")],
        "forecast": merge_forecast(predecessors, on=told["on"]),
        "crumbs": [*crumbs(place), (_("Merge with another municipality"), "")],
    }
    return render(request, "directory/places/merge.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(EDIT_DIRECTORY)
def status(request: HttpRequest, code: str) -> HttpResponse:
    """The municipality becomes one of another kind, under a new code."""
    place = place_or_404(request, code)
    now = visitor_of(request).now
    form = StatusForm(request.POST or None, initial={"name": place.name, "name_ba": place.name_ba})
    if form.is_valid():
        successor = attempt(form, lambda: change_status(place=place, now=now, **form.cleaned_data))
        if successor is not None:
            said = _("The status is changed.")
            return done(request, said, "directory:place", successor.code)
    return form_page(
        request,
        form,
        title=_("Change of status"),
        submit=_("Change the status"),
        lead=_("The old municipality ends; people, posts and roles go on in the new one."),
        crumbs=crumbs(place),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(EDIT_DIRECTORY)
def name(request: HttpRequest, code: str) -> HttpResponse:
    """Another name; the place is still found by the old one."""
    place = place_or_404(request, code)
    now = visitor_of(request).now
    form = RenamingForm(request.POST or None, initial={"name_ba": place.name_ba})
    if form.is_valid():
        renamed = attempt(form, lambda: rename(place=place, now=now, **form.cleaned_data))
        if renamed is not None:
            return done(request, _("The name is changed."), "directory:place", place.code)
    return form_page(
        request,
        form,
        title=_("Another name"),
        submit=_("Change the name"),
        lead=_("The code stays; the place is still found by its old name."),
        crumbs=crumbs(place),
    )
