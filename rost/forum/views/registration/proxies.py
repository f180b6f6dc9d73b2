"""Registering somebody else: curators in their own territory, organisers anywhere."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rost.forum.actions.proxies import register_other
from rost.forum.forms.registration import ProxyForm
from rost.forum.models import Edition, Registration
from rost.forum.queries.registration_page import all_categories, hours_of, questions_of
from rost.forum.rules.registration import Hours
from rost.ui.refusals import Refusal

from .doors import crumbs, desk_page, manages, reach_of, registrar_page, visitor_of
from .table import signed_in

CONFLICT, WRONG = 409, 422


@require_http_methods(["GET", "HEAD", "POST"])
@registrar_page
def registration_for(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = proxy_form(request, edition)
    status = WRONG if form.is_bound else 200
    if request.method == "POST" and form.is_valid():
        try:
            registration = register(request, edition, form)
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
            status = CONFLICT
        else:
            messages.success(request, _("Registered. The person is told if an address is known."))
            return redirect("forum:one_registration", edition.slug, registration.pk)
    visitor = visitor_of(request)
    context = {
        "edition": edition,
        "form": form,
        "state": hours_of(edition, visitor.now),
        "may_send": manages(visitor, edition) or hours_of(edition, visitor.now) is Hours.OPEN,
        "crumbs": crumbs(edition, _("Register somebody")),
    }
    return desk_page(request, edition, "proxy", context, status=status)


def proxy_form(request: HttpRequest, edition: Edition) -> ProxyForm:
    visitor = visitor_of(request)
    return ProxyForm(
        request.POST if request.method == "POST" else None,
        edition=edition,
        categories=all_categories(edition),
        questions=questions_of(edition),
        day=visitor.now.date(),
        within=reach_of(visitor, edition),
        must_name_place=bool(reach_of(visitor, edition)),
    )


def register(request: HttpRequest, edition: Edition, form: ProxyForm) -> Registration:
    visitor = visitor_of(request)
    return register_other(
        edition=edition,
        entry=form.entry,
        category=form.cleaned_data["category"],
        municipality=form.cleaned_data["place"],
        registered_by=signed_in(request),
        basis=form.cleaned_data["basis"],
        answers=form.answers,
        within=reach_of(visitor, edition),
        now=visitor.now,
        at_any_hour=manages(visitor, edition),
    )
