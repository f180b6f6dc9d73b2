"""What people of a place declare of it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from rost.directory.actions.indicators import declare
from rost.directory.actions.records import record_access
from rost.directory.forms.indicators import ProfileForm
from rost.directory.models import Kind
from rost.directory.queries.indicators import profile_page
from rost.directory.queries.indicators.declared import may_declare
from rost.directory.queries.visitors import local_day
from rost.directory.views.answers import attempt, done
from rost.directory.views.permits import person_of, visitor_of
from rost.directory.views.places import crumbs_to, place_or_404
from rost.ui.wording import own_name


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def profile(request: HttpRequest, code: str) -> HttpResponse:
    """One page of short questions; who answered is seen by those who may answer."""
    place, visitor = place_or_404(request, code), visitor_of(request)
    if place.kind == Kind.REGION or not may_declare(visitor, place, local_day(visitor.now)):
        raise Http404
    page = profile_page(place)
    form = ProfileForm(request.POST or None, page=page)
    if form.is_valid():
        changed = attempt(
            form,
            lambda: declare(
                municipality=place,
                values=form.values(),
                by=person_of(request),
                now=visitor.now,
            ),
        )
        if changed is not None:
            said = _("Thank you: written.") if changed else _("Everything was so already.")
            return done(request, said, "directory:peers", place.code)
    others = page.told_by_others(person_of(request))
    if others:
        record_access(
            act="view",
            register="directory.figures",
            rows=others,
            now=visitor.now,
            person=person_of(request),
            about=place.code,
        )
    context = {
        "form": form,
        "page": page,
        "place": place,
        "past": form.past(),
        "crumbs": [
            *crumbs_to(place)[:-1],
            (own_name(place), reverse("portal:territory", args=[place.code])),
            (_("About us in figures"), ""),
        ],
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "directory/indicators/profile.html", context, status=status)
