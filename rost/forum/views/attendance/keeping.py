"""Doors, passes and telephones: making, closing, issuing, revoking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.forum.actions import attendance as actions
from rost.forum.forms.attendance import DoorForm, PassForm
from rost.forum.models import Day, DoorDevice, DoorPass, Edition
from rost.forum.queries.attendance.desk import doors_of, doors_with_passes
from rost.forum.views.desk.doors import done, visitor_of

from .desk import REGISTER, WRONG, door_of, keeper, keeper_page, page

QR_MODULE = 4  # pixels of the picture; the style sheet gives it its size on paper


@dataclass(frozen=True, slots=True)
class Issued:
    """A pass as it is shown, once: the address with its secret, and the same as a picture."""

    door_pass: DoorPass
    address: str
    picture: str


@require_http_methods(["GET", "HEAD", "POST"])
@keeper_page
def doors(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The doors with their passes and telephones; POST adds a door."""
    form = DoorForm(request.POST or None, edition=edition)
    if request.method == "POST" and done(
        form,
        lambda: actions.add_door(edition=edition, **form.facts),
    ):
        messages.success(request, _("The door is added."))
        return redirect("forum:doors", edition.slug)
    return _doors_page(request, edition, form, _pass_form(request, edition))


@require_POST
@keeper_page
def usual_doors(request: HttpRequest, edition: Edition) -> HttpResponse:
    made = actions.make_doors(edition=edition, now=visitor_of(request).now)
    said = ngettext("%(number)s door is made.", "%(number)s doors are made.", len(made))
    messages.success(request, said % {"number": len(made)})
    return redirect("forum:doors", edition.slug)


@require_POST
@keeper_page
def door_closing(request: HttpRequest, edition: Edition, door: int) -> HttpResponse:
    actions.close_door(door=door_of(edition, door), now=visitor_of(request).now)
    messages.success(
        request, _("The door is closed: its telephones get no list, marks that wait are taken.")
    )
    return redirect("forum:doors", edition.slug)


@require_POST
@keeper_page
def door_opening(request: HttpRequest, edition: Edition, door: int) -> HttpResponse:
    actions.open_door(door=door_of(edition, door))
    messages.success(request, _("The door is open."))
    return redirect("forum:doors", edition.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@keeper_page
def door_passes(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Issues a pass for each ticked door and shows them all, once: secrets are not kept."""
    if request.method != "POST":
        return redirect("forum:doors", edition.slug)
    form = _pass_form(request, edition)
    if not form.is_valid():
        return _doors_page(request, edition, DoorForm(edition=edition), form)
    now, by = visitor_of(request).now, keeper(request)
    issued = []
    for door, starts_at, ends_at in form.wanted:
        made, secret = actions.issue_pass(
            door=door,
            label=form.cleaned_data["label"],
            starts_at=starts_at,
            ends_at=ends_at,
            by=by,
            now=now,
        )
        issued.append(_shown(edition, made, secret))
    record_access(
        person=by,
        act=AccessRecord.Act.ISSUE,
        register=REGISTER,
        rows=len(issued),
        about=edition.space,
        now=now,
    )
    context = {"edition": edition, "issued": issued}
    return render(request, "forum/attendance/passes.html", context)  # `needing` lets nobody keep it


@require_POST
@keeper_page
def pass_revocation(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    row = get_object_or_404(DoorPass, door__edition=edition, pk=number)
    actions.revoke_pass(door_pass=row, now=visitor_of(request).now)
    messages.success(
        request, _("The pass is revoked: its telephones forget the list when they come on line.")
    )
    return redirect("forum:doors", edition.slug)


@require_POST
@keeper_page
def device_revocation(request: HttpRequest, edition: Edition, device: UUID) -> HttpResponse:
    row = get_object_or_404(DoorDevice, door_pass__door__edition=edition, pk=device)
    actions.revoke_device(device=row, now=visitor_of(request).now)
    messages.success(request, _("The telephone is blocked."))
    return redirect("forum:doors", edition.slug)


def _shown(edition: Edition, made: DoorPass, secret: str) -> Issued:
    address = f"{settings.SITE_URL}{reverse('forum:door', args=[edition.slug])}#{secret}"
    code = segno.make(address, error="m", micro=False)
    return Issued(made, address, code.svg_data_uri(scale=QR_MODULE, border=2))


def _pass_form(request: HttpRequest, edition: Edition) -> PassForm:
    asked = request.method == "POST" and "when" in request.POST
    now: datetime = visitor_of(request).now
    return PassForm(
        request.POST if asked else None,
        doors=doors_of(edition),
        days=list(Day.objects.filter(edition=edition)),
        now=now,
    )


def _doors_page(
    request: HttpRequest, edition: Edition, form: DoorForm, pass_form: PassForm
) -> HttpResponse:
    wrong = form.errors or pass_form.errors
    rows = doors_with_passes(edition, visitor_of(request).now)
    context = {"doors": rows, "form": form, "pass_form": pass_form, "open": pass_form.open_doors}
    status = WRONG if wrong else 200
    return page(request, edition, "doors", _("Doors and passes"), context, status=status)
