"""Off-site routes and their stops."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.forum.actions import editions as actions
from rost.forum.forms.desk import RouteForm, StopForm, keep_unique
from rost.forum.models import Edition, Route, Stop
from rost.forum.rules import EDIT_EDITION

from .doors import done, form_page, page, with_right


@require_safe
@with_right(EDIT_EDITION)
def routes(request: HttpRequest, edition: Edition) -> HttpResponse:
    rows = edition.routes.select_related("host__parent").annotate(
        used=Count("sessions", distinct=True), shown=Count("stops", distinct=True)
    )
    return page(request, "routes", edition, _("Routes"), {"routes": rows})


def _under(edition: Edition) -> tuple[str, str]:
    return _("Routes"), reverse("forum:desk_routes", args=[edition.slug])


def _initial(row: Any, form: type[RouteForm] | type[StopForm]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in form.base_fields} if row else {}


def _route(edition: Edition, pk: int) -> Route:
    rows = Route.objects.select_related("host__parent", "edition")
    return get_object_or_404(rows, edition=edition, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_EDITION)
def route_new(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = RouteForm(request.POST or None, day=edition.starts_on)
    keep_unique(form, edition.routes.values_list("name", flat=True))
    made: list[Route] = []
    if request.method == "POST" and done(
        form, lambda: made.append(actions.set_route(edition=edition, **form.cleaned_data))
    ):
        messages.success(request, _("The route is added. Now give it stops."))
        return redirect("forum:desk_route", edition.slug, made[0].pk)
    return form_page(request, edition, _("New route"), form, under=_under(edition))


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_EDITION)
def route(request: HttpRequest, edition: Edition, route: int) -> HttpResponse:
    row = _route(edition, route)
    form = RouteForm(request.POST or None, initial=_initial(row, RouteForm), day=edition.starts_on)
    if request.method == "POST" and done(
        form, lambda: actions.set_route(edition=edition, route=row, **form.cleaned_data)
    ):
        messages.success(request, _("Saved."))
        return redirect("forum:desk_route", edition.slug, row.pk)
    context = {
        "route": row,
        "form": form,
        "stops": row.stops.select_related("territory__parent"),
        "used": list(row.sessions.order_by("starts_at", "number")),
    }
    status = 422 if form.errors else 200
    return page(request, "route", edition, row.name, context, under=_under(edition), status=status)


@require_POST
@with_right(EDIT_EDITION)
def route_removal(request: HttpRequest, edition: Edition, route: int) -> HttpResponse:
    row = _route(edition, route)
    try:
        actions.delete_route(route=row)
    except (actions.RouteInUse, actions.DoorsInUse) as refusal:
        messages.error(request, str(refusal.message))
        return redirect("forum:desk_route", edition.slug, row.pk)
    messages.success(request, _("Removed."))
    return redirect("forum:desk_routes", edition.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_EDITION)
def stop(
    request: HttpRequest, edition: Edition, route: int, stop: int | None = None
) -> HttpResponse:
    of = _route(edition, route)
    stops = Stop.objects.select_related("territory__parent")
    row = get_object_or_404(stops, route=of, pk=stop) if stop else None
    initial = _initial(row, StopForm) or {"at": of.departs_at, "until": of.returns_at}
    form = StopForm(request.POST or None, initial=initial, day=edition.starts_on)
    if request.method == "POST" and done(
        form, lambda: actions.set_stop(route=of, stop=row, **form.cleaned_data)
    ):
        messages.success(request, _("Saved."))
        return redirect("forum:desk_route", edition.slug, of.pk)
    title = _("Change the stop") if row else _("New stop")
    under = (of.name, reverse("forum:desk_route", args=[edition.slug, of.pk]))
    return form_page(request, edition, title, form, under=under)


@require_POST
@with_right(EDIT_EDITION)
def stop_removal(request: HttpRequest, edition: Edition, route: int, stop: int) -> HttpResponse:
    of = _route(edition, route)
    actions.remove_stop(stop=get_object_or_404(Stop, route=of, pk=stop))
    messages.success(request, _("Removed."))
    return redirect("forum:desk_route", edition.slug, of.pk)
