"""One session, one person of the programme, one off-site route."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from rost.core.language import time_range_text
from rost.core.programme.model import Contribution, Route, State, Stop
from rost.directory.models import Municipality
from rost.forum.messages.feedback import MARK_WORDS
from rost.forum.models import Edition, Session
from rost.forum.models.programme import Form, Part
from rost.forum.queries.commitments import may_note, session_rows
from rost.forum.queries.feedback import answer_of, asked, may_answer
from rost.forum.queries.programme_page import entries_of, place_name
from rost.forum.queries.programme_places import places_of
from rost.forum.queries.published import Published
from rost.forum.queries.registration import registration_of
from rost.forum.rules.feedback import MARKS

from .colours import track_style
from .doors import approved_programme, page


@dataclass(frozen=True, slots=True)
class Taking:
    """A person's part with its name and the place the person speaks for."""

    contribution: Contribution
    part: str
    places: tuple[Municipality, ...]


@dataclass(frozen=True, slots=True)
class Visited:
    stop: Stop
    hours: str
    place: Municipality | None


@approved_programme
def session(
    request: HttpRequest, edition: Edition, published: Published, code: str
) -> HttpResponse:
    one = published.sessions.get(code)
    if one is None:
        raise Http404
    route = published.routes.get(one.route)
    places = places_of(
        {code for who in one.contributions for code in who.territories} | _codes_of(route)
    )
    context = {
        "published": published,
        "session": one,
        "entry": entries_of(published, get_language() or "ru")[code],
        "form": Form(one.form).label,
        "hall": published.halls.get(one.hall),
        "where": place_name(published, one),
        "route": route,
        "stops": _visited(route, places),
        "people": [_taking(who, places) for who in one.contributions],
        "track": published.tracks.get(one.track),
        "track_style": track_style(request, published.programme.tracks),
        "cancelled": one.state is State.CANCELLED,
        "agenda_url": reverse("forum:agenda_item", args=[edition.slug, code]),
        "promises": session_rows(edition, code),
        "notes_promises": notes_promises(request, edition, code),
        **asking(request, edition, code),
    }
    return page(request, "forum/public/session.html", context, edition=edition, below=True)


def notes_promises(request: HttpRequest, edition: Edition, code: str) -> bool:
    """Whether the visitor may note here what is promised: asked only of who is signed in."""
    visitor = request.visitor  # type: ignore[attr-defined]
    if visitor.person is None:
        return False
    row = Session.objects.filter(edition=edition, code=code).first()
    return row is not None and may_note(visitor, edition, row)


def asking(request: HttpRequest, edition: Edition, code: str) -> dict[str, object]:
    """The question after the session, for participants who are signed in; nothing for others."""
    visitor = request.visitor  # type: ignore[attr-defined]
    if visitor.person is None:
        return {}
    question = asked(edition, code, visitor.now)
    if question is None or not question.open:
        return {}
    mine = registration_of(edition, visitor.person)
    if mine is None or not may_answer(mine):
        return {}
    row = Session.objects.filter(edition=edition, code=code).first()
    return {
        "address": reverse("forum:session_feedback", args=[edition.slug, code]),
        "marks": [(mark, MARK_WORDS[mark]) for mark in MARKS],
        "answer": answer_of(mine, row) if row is not None else None,
    }


@approved_programme
def person(
    request: HttpRequest, edition: Edition, published: Published, person: int
) -> HttpResponse:
    """A person as the approved programme names them, and where to hear them."""
    sessions = published.people.get(person)
    if sessions is None:
        raise Http404
    parts = [who for one in sessions for who in one.contributions if who.person == person]
    entries = entries_of(published, get_language() or "ru")
    context = {
        "published": published,
        "person": person,
        "name": parts[-1].name,
        "posts": list(dict.fromkeys(who.post for who in parts if who.post)),
        "places": places_of(code for who in parts for code in who.territories).values(),
        "sessions": [
            (
                entries[one.code],
                [_taking(who, {}) for who in one.contributions if who.person == person],
            )
            for one in sessions
        ],
    }
    return page(request, "forum/public/person.html", context, edition=edition, below=True)


@approved_programme
def route(request: HttpRequest, edition: Edition, published: Published, route: str) -> HttpResponse:
    known = published.routes.get(route)
    if known is None:
        raise Http404
    places = places_of(_codes_of(known))
    entries = entries_of(published, get_language() or "ru")
    context = {
        "published": published,
        "route": known,
        "host": places.get(known.host),
        "stops": _visited(known, places),
        "sessions": [
            entries[one.code] for one in published.sessions.values() if one.route == route
        ],
    }
    return page(request, "forum/public/route.html", context, edition=edition, below=True)


def _codes_of(route: Route | None) -> set[str]:
    return {route.host, *(stop.territory for stop in route.stops)} if route else set()


def _taking(who: Contribution, places: Mapping[str, Municipality]) -> Taking:
    own = tuple(places[code] for code in who.territories if code in places)
    return Taking(who, str(Part(who.part).label), own)


def _visited(route: Route | None, places: Mapping[str, Municipality]) -> list[Visited]:
    return [
        Visited(stop, time_range_text(stop.at, stop.until), places.get(stop.territory))
        for stop in (route.stops if route else ())
    ]
