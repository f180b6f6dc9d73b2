"""A person's own agenda: what is planned by day, what can be added, one tap to swap."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.forum.actions.agenda import Clash, add, remove, swap
from rost.forum.models import (
    AgendaItem,
    Edition,
    Registration,
    RegistrationStatus,
    SeatStatus,
    Session,
)
from rost.forum.queries.agenda_page import Line, agenda_line, agenda_page
from rost.forum.queries.published import Published, published_of
from rost.forum.queries.registration import registration_of

from .doors import crumbs, participant_page, visitor_of

CONFLICT = 409
HOLDING = (RegistrationStatus.REQUESTED, RegistrationStatus.CONFIRMED)


@require_safe
@participant_page
def agenda(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The agenda by day, and below it one day of the programme to choose from."""
    mine = holding(request, edition)
    published = published_of(edition)
    context: dict[str, object] = {
        "edition": edition,
        "registration": mine,
        "published": published,
        "calendar_url": calendar_url(edition),
        "crumbs": crumbs(edition, _("My agenda")),
    }
    if mine is not None and published is not None:
        context["page"] = agenda_page(
            edition,
            published,
            mine,
            language=get_language() or "ru",
            now=visitor_of(request).now,
            day=wanted_day(request.GET.get("day", "")),
        )
    return render(request, "forum/registration/agenda.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@participant_page
def agenda_item(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    """One session in the agenda: GET asks, POST plans it (in place of `instead`, when given)."""
    mine = holding(request, edition)
    if mine is None:
        return redirect("forum:agenda", edition.slug)
    published, session = published_session(edition, code)
    if request.method != "POST":
        return item_page(request, edition, published, mine, code)
    instead = [one for one in request.POST.get("instead", "").split(",") if one.isalnum()]
    now = visitor_of(request).now
    try:
        if instead:
            out = list(Session.objects.filter(edition=edition, code__in=instead))
            item = swap(registration=mine, out=out, into=session, now=now)
        else:
            item = add(registration=mine, session=session, now=now)
    except Clash:
        return item_page(request, edition, published, mine, code, status=CONFLICT)
    say(request, item)
    return back(request, edition, code)


@require_POST
@participant_page
def agenda_item_removal(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    mine = holding(request, edition)
    session = session_of(edition, code)
    if mine is None or session is None:
        raise Http404
    if remove(registration=mine, session=session, now=visitor_of(request).now):
        messages.success(request, _("Taken out of your agenda."))
    return back(request, edition, code)


def holding(request: HttpRequest, edition: Edition) -> Registration | None:
    """The visitor's registration, if it holds a seat."""
    mine = registration_of(edition, visitor_of(request).person)
    return mine if mine is not None and mine.status in HOLDING else None


def published_session(edition: Edition, code: str) -> tuple[Published, Session]:
    published = published_of(edition)
    session = session_of(edition, code)
    if published is None or session is None or code not in published.sessions:
        raise Http404
    return published, session


def session_of(edition: Edition, code: str) -> Session | None:
    """By its code, which is letters and digits; nothing else reaches the database."""
    if not code.isalnum():
        return None
    return Session.objects.filter(edition=edition, code=code).first()


def item_page(
    request: HttpRequest,
    edition: Edition,
    published: Published,
    mine: Registration,
    code: str,
    status: int = 200,
) -> HttpResponse:
    line: Line = agenda_line(
        edition,
        published,
        mine,
        code,
        language=get_language() or "ru",
        now=visitor_of(request).now,
    )
    context = {
        "edition": edition,
        "line": line,
        "session": published.sessions[code],
        "crumbs": crumbs(edition, _("My agenda")),
    }
    return render(request, "forum/registration/agenda_item.html", context, status=status)


def say(request: HttpRequest, item: AgendaItem) -> None:
    if item.status == SeatStatus.SEAT:
        messages.success(request, _("Planned: a seat is kept for you."))
    else:
        messages.info(
            request,
            _("No seat is free: you are on the waiting list and will be told when one is yours."),
        )


def back(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    """To the agenda, to the day one was choosing from."""
    day = wanted_day(request.POST.get("day", ""))
    path = reverse("forum:agenda", args=[edition.slug])
    return redirect(f"{path}?day={day:%Y-%m-%d}#s-{code}" if day else path)


def wanted_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def calendar_url(edition: Edition) -> str:
    """Where the subscription of one's own calendar is given out, once that page exists."""
    try:
        return reverse("forum:calendar", args=[edition.slug])
    except NoReverseMatch:
        return ""
