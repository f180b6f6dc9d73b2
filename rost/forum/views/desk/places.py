"""Days, halls and tracks."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.forum.actions import editions as actions
from rost.forum.forms.desk import DayForm, HallForm, TrackForm, keep_unique
from rost.forum.models import Day, Edition, Hall, Track
from rost.forum.rules import EDIT_EDITION
from rost.ui.refusals import Refusal

from .doors import done, form_page, now_of, page, with_right


@require_safe
@with_right(EDIT_EDITION)
def places(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Days, halls and tracks on one page, each with its own form behind a link."""
    context = {
        "days": edition.days.all(),
        "halls": edition.halls.annotate(used=Count("sessions")),
        "tracks": edition.tracks.annotate(used=Count("sessions")),
    }
    return page(request, "places", edition, _("Days, halls, tracks"), context)


def _under(edition: Edition) -> tuple[str, str]:
    return _("Days, halls, tracks"), reverse("forum:desk_places", args=[edition.slug])


def _names_of_others(rows: Iterable[Hall | Track], own: Hall | Track | None) -> list[str]:
    return [one.name for one in rows if own is None or one.pk != own.pk]


def _saved(request: HttpRequest, edition: Edition) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("forum:desk_places", edition.slug)


def _removed(request: HttpRequest, edition: Edition, refusal: Refusal | None) -> HttpResponse:
    if refusal is None:
        messages.success(request, _("Removed."))
    else:
        messages.error(request, str(refusal.message))
    return redirect("forum:desk_places", edition.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_EDITION)
def day(request: HttpRequest, edition: Edition, day: int | None = None) -> HttpResponse:
    row = get_object_or_404(Day, edition=edition, pk=day) if day else None
    initial = (
        {
            "date": row.date,
            "opens": localtime(row.starts_at).time(),
            "closes": localtime(row.ends_at).time(),
        }
        if row
        else {"date": edition.starts_on, "opens": "09:00", "closes": "18:00"}
    )
    form = DayForm(request.POST or None, initial=initial)
    if request.method == "POST" and done(
        form, lambda: actions.set_day(edition=edition, day=row, **form.cleaned_data)
    ):
        return _saved(request, edition)
    title = _("Change the day") if row else _("New day")
    return form_page(request, edition, title, form, under=_under(edition))


@require_POST
@with_right(EDIT_EDITION)
def day_removal(request: HttpRequest, edition: Edition, day: int) -> HttpResponse:
    row = get_object_or_404(Day, edition=edition, pk=day)
    try:
        actions.remove_day(day=row)
    except actions.DayInUse as refusal:
        return _removed(request, edition, refusal)
    return _removed(request, edition, None)


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_EDITION)
def hall(request: HttpRequest, edition: Edition, hall: int | None = None) -> HttpResponse:
    row = get_object_or_404(Hall, edition=edition, pk=hall) if hall else None
    names = HallForm.base_fields
    form = HallForm(
        request.POST or None, initial={name: getattr(row, name) for name in names} if row else {}
    )
    keep_unique(form, _names_of_others(edition.halls.all(), row))
    if request.method == "POST" and done(
        form, lambda: actions.set_hall(edition=edition, hall=row, **form.cleaned_data)
    ):
        return _saved(request, edition)
    title = _("Change the hall") if row else _("New hall")
    return form_page(request, edition, title, form, under=_under(edition))


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_EDITION)
def hall_removal(request: HttpRequest, edition: Edition, hall: int) -> HttpResponse:
    """Deletes a hall; one in use is kept, with what stands in it and the offer to close it."""
    row = get_object_or_404(Hall, edition=edition, pk=hall)
    if request.method == "POST":
        try:
            actions.delete_hall(hall=row)
        except actions.HallInUse:
            pass  # the page below says why and what can be done
        except actions.DoorsInUse as refusal:
            return _removed(request, edition, refusal)
        else:
            return _removed(request, edition, None)
    sessions = row.sessions.order_by("starts_at", "number")
    context = {"hall": row, "sessions": sessions}
    status = 409 if request.method == "POST" else 200
    return page(
        request,
        "hall_removal",
        edition,
        _("Delete the hall"),
        context,
        under=_under(edition),
        status=status,
    )


@require_POST
@with_right(EDIT_EDITION)
def hall_closing(request: HttpRequest, edition: Edition, hall: int) -> HttpResponse:
    row = get_object_or_404(Hall, edition=edition, pk=hall)
    actions.close_hall(hall=row, now=now_of(request))
    messages.success(request, _("The hall is closed: nothing more can be placed in it."))
    return redirect("forum:desk_places", edition.slug)


@require_POST
@with_right(EDIT_EDITION)
def hall_opening(request: HttpRequest, edition: Edition, hall: int) -> HttpResponse:
    actions.open_hall(hall=get_object_or_404(Hall, edition=edition, pk=hall))
    messages.success(request, _("The hall is open again."))
    return redirect("forum:desk_places", edition.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_EDITION)
def track(request: HttpRequest, edition: Edition, track: int | None = None) -> HttpResponse:
    row = get_object_or_404(Track, edition=edition, pk=track) if track else None
    names = TrackForm.base_fields
    form = TrackForm(
        request.POST or None, initial={name: getattr(row, name) for name in names} if row else {}
    )
    keep_unique(form, _names_of_others(edition.tracks.all(), row))
    if request.method == "POST" and done(
        form, lambda: actions.set_track(edition=edition, track=row, **form.cleaned_data)
    ):
        return _saved(request, edition)
    title = _("Change the track") if row else _("New track")
    return form_page(request, edition, title, form, under=_under(edition))


@require_POST
@with_right(EDIT_EDITION)
def track_removal(request: HttpRequest, edition: Edition, track: int) -> HttpResponse:
    actions.delete_track(track=get_object_or_404(Track, edition=edition, pk=track))
    return _removed(request, edition, None)
