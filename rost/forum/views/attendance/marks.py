"""Marking at the desk without a telephone: search, one tap, and taking back what was wrong."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rost.forum.actions.attendance import mark_by_hand, void_mark
from rost.forum.forms.attendance import MarkForm, VoidForm
from rost.forum.models import Badge, Direction, Door, Edition, Mark, MarkSource, Registration
from rost.forum.queries.attendance.counts import door_count
from rost.forum.queries.attendance.desk import (
    MOST_FOUND,
    DoorLine,
    find_to_mark,
    marks_at,
    moment_at_desk,
)
from rost.forum.views.desk.doors import done, visitor_of
from rost.ui.refusals import Refusal

from .desk import WRONG, door_of, keeper, keeper_page, note_seen, page

PER_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@keeper_page
def door_marks(request: HttpRequest, edition: Edition, door: int) -> HttpResponse:
    """Search and the list of marks; POST marks whoever the button stands beside."""
    here = door_of(edition, door)
    if request.method == "POST":
        return _mark(request, edition, here)
    text = request.GET.get("q", "").strip()[:200]
    at = moment_at_desk(edition, visitor_of(request).now)
    found = find_to_mark(here, text, at) if text else []
    shown = Paginator(marks_at(here), PER_PAGE).get_page(request.GET.get("page"))
    note_seen(request, edition, len(found) + len(shown.object_list))
    context = {
        "door": here,
        "line": DoorLine(here, door_count(here, at)),
        "text": text,
        "more": len(found) == MOST_FOUND,
        "found": [(one, uuid4()) for one in found],
        "page_obj": shown,
    }
    return page(request, edition, "marks", here.name, context)


@require_http_methods(["GET", "HEAD", "POST"])
@keeper_page
def mark_voiding(request: HttpRequest, edition: Edition, door: int, mark: UUID) -> HttpResponse:
    """Takes a mark back, with the reason: it stays in the list and counts no more."""
    here = door_of(edition, door)
    row = get_object_or_404(marks_at(here), pk=mark)
    form = VoidForm(request.POST or None)
    if request.method == "POST" and done(
        form,
        lambda: void_mark(
            mark=row,
            why=form.cleaned_data["why"],
            by=keeper(request),
            now=visitor_of(request).now,
        ),
    ):
        messages.success(request, _("The mark is taken back: it counts no more."))
        return redirect("forum:door_marks", edition.slug, here.pk)
    note_seen(request, edition, 1)
    under = (here.name, reverse("forum:door_marks", args=[edition.slug, here.pk]))
    context = {"door": here, "mark": row, "form": form}
    status = WRONG if form.errors else 200
    return page(
        request, edition, "voiding", _("Take a mark back"), context, under=under, status=status
    )


def _mark(request: HttpRequest, edition: Edition, door: Door) -> HttpResponse:
    form = MarkForm(request.POST)
    back = reverse("forum:door_marks", args=[edition.slug, door.pk])
    if not form.is_valid():
        messages.error(request, _("Nobody was marked: find the person again."))
        return redirect(back)
    sent, now = form.cleaned_data, visitor_of(request).now
    registration = (
        Registration.objects.filter(edition=edition, pk=sent["registration"])
        .select_related("person")
        .first()
    )
    badge = Badge.objects.filter(edition=edition, pk=sent["badge"], ended_at=None).first()
    try:
        mark = mark_by_hand(
            door=door,
            registration=registration,
            badge=None if registration is not None else badge,
            direction=sent["direction"],
            source=MarkSource.DESK,
            at=now,
            by=keeper(request),
            now=now,
            identity=sent["identity"],
        )
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
        return redirect(back)
    messages.success(request, _said(mark, registration))
    return redirect(back)


def _said(mark: Mark, registration: Registration | None) -> str:
    name = registration.person.full_name if registration is not None else str(mark.badge)
    if mark.direction == Direction.OUT:
        return _("Went out: %(name)s.") % {"name": name}
    return _("Came in: %(name)s.") % {"name": name}
