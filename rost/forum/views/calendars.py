"""Where a participant gets the address of the own calendar."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rost.forum.models import Edition, RegistrationStatus
from rost.forum.queries.calendar_tokens import calendar_token
from rost.forum.queries.registration import registration_of
from rost.forum.views.registration.doors import crumbs, participant_page, visitor_of


@require_safe
@participant_page
def own_calendar(request: HttpRequest, edition: Edition) -> HttpResponse:
    registration = registration_of(edition, visitor_of(request).person)
    if registration is None or registration.status == RegistrationStatus.CANCELLED:
        return redirect("forum:registration", edition.slug)
    path = reverse("forum_feeds:agenda_calendar", args=[calendar_token(registration)])
    url = f"{settings.SITE_URL}{path}"
    context = {
        "edition": edition,
        "url": url,
        "subscribe": f"webcal://{urlsplit(url).netloc}{path}",
        "file": path,
        "crumbs": crumbs(edition, _("Calendar on my phone")),
    }
    return render(request, "forum/public/own_calendar.html", context)
