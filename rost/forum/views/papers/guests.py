"""A guest at the desk: entered, given a spare badge, let in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rost.forum.actions.guests import register_guest
from rost.forum.forms.badges import YES, GuestForm
from rost.forum.models import Edition, Registration
from rost.forum.queries.registration import limits_of, taken_of
from rost.forum.queries.registrations_table import categories_of
from rost.forum.views.registration.doors import visitor_of
from rost.forum.views.registration.table import signed_in
from rost.ui.refusals import Refusal

from .doors import CONFLICT, WRONG, keeper_page, note_candidates, page


@require_http_methods(["GET", "HEAD", "POST"])
@keeper_page
def guest(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = GuestForm(
        request.POST or None,
        edition=edition,
        categories=categories_of(edition),
        day=visitor_of(request).now.date(),
    )
    status = 200
    if request.method == "POST":
        status = WRONG
        if form.is_valid():
            try:
                registration = let_in(request, edition, form)
            except Refusal as refusal:
                form.add_error(None, str(refusal.message))
                status = CONFLICT
            else:
                said = _("%(name)s is registered and may go in.")
                messages.success(request, said % {"name": registration.person.full_name})
                if form.cleaned_data["badge"] is None:
                    messages.info(request, _("No badge was handed over: print one from «Badges»."))
                return redirect("forum:guest", edition.slug)
    note_candidates(request, edition, form, "parent")
    capacity = limits_of(edition).capacity
    context = {
        "form": form,
        "no_category": not categories_of(edition),
        "over": capacity is not None and taken_of(edition).total >= capacity,
        "capacity": capacity,
    }
    return page(request, edition, "guest", _("A guest at the desk"), context, status=status)


def let_in(request: HttpRequest, edition: Edition, form: GuestForm) -> Registration:
    data = form.cleaned_data
    return register_guest(
        edition=edition,
        entry=form.entry,
        category=data["category"],
        municipality=data["place"],
        registered_by=signed_in(request),
        basis=data["basis"],
        photo=data["photo"] == YES,
        minor=data["minor"],
        parent=data["parent"],
        parent_paper=data["parent_paper"],
        badge=data["badge"],
        now=visitor_of(request).now,
    )
