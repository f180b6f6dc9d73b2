"""Calendars to subscribe to: all sessions, a track, a person's, one session, an own agenda."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, override
from django.views.decorators.http import require_safe

from rost.core.programme.model import Part, Session
from rost.forum.adapters.icalendar import write
from rost.forum.models import AgendaItem, Edition, SeatStatus, Version
from rost.forum.models.programme import Part as Words
from rost.forum.queries.calendar_tokens import registration_behind
from rost.forum.queries.published import Published, published_of
from rost.forum.queries.withdrawn import in_calendars, withdrawn_from
from rost.forum.views.public.doors import approved_programme

from .answers import Feed, answer, base_url

Belongs = Callable[[Session], bool]
CONTENT_TYPE = "text/calendar; charset=utf-8"


@approved_programme
def calendar(request: HttpRequest, edition: Edition, published: Published) -> HttpResponse:
    return _public(request, edition, published, "programme", "", lambda one: True)


@approved_programme
def track_calendar(
    request: HttpRequest, edition: Edition, published: Published, track: str
) -> HttpResponse:
    known = published.tracks.get(track)
    if known is None:
        raise Http404
    return _public(
        request, edition, published, f"track-{track}", known.name, lambda one: one.track == track
    )


@approved_programme
def person_calendar(
    request: HttpRequest, edition: Edition, published: Published, person: int
) -> HttpResponse:
    """Stays where it is while the person is in the programme, even with no session left on."""
    own = published.people.get(person)
    if own is None:
        raise Http404
    names = [who.name for one in own for who in one.contributions if who.person == person]
    return _public(
        request,
        edition,
        published,
        f"person-{person}",
        names[-1],
        lambda one: any(who.person == person for who in one.contributions),
    )


@approved_programme
def session_calendar(
    request: HttpRequest, edition: Edition, published: Published, code: str
) -> HttpResponse:
    one = published.sessions.get(code)
    if one is None:
        raise Http404
    return _public(
        request, edition, published, f"session-{code}", one.title, lambda other: other.code == code
    )


@require_safe
def agenda_calendar(request: HttpRequest, token: str) -> HttpResponse:
    """Sessions in which the person has a seat; a place in a queue is no appointment yet."""
    registration = registration_behind(token)
    published = published_of(registration.edition) if registration else None
    if registration is None or published is None:
        raise Http404
    items = AgendaItem.objects.filter(registration=registration, status=SeatStatus.SEAT)
    codes = sorted(items.values_list("session__code", flat=True))
    edition = registration.edition
    with override(settings.LANGUAGE_CODE):
        name = gettext("My agenda")
    version = _version(edition)
    return answer(
        request,
        Feed(
            inputs=(published.digest, str(version.pk), "agenda", *codes),
            content_type=CONTENT_TYPE,
            file_name=f"{edition.slug}-agenda.ics",
            changed_at=None,
            make=lambda: _written(edition, published, name, lambda one: one.code in codes),
            for_everyone=False,
        ),
    )


def _public(
    request: HttpRequest,
    edition: Edition,
    published: Published,
    key: str,
    name: str,
    belongs: Belongs,
) -> HttpResponse:
    version = _version(edition)
    return answer(
        request,
        Feed(
            inputs=(published.digest, str(version.pk), f"{key}.ics"),
            content_type=CONTENT_TYPE,
            file_name=f"{edition.slug}-{key}.ics",
            changed_at=version.approved_at,
            make=lambda: _written(edition, published, name, belongs),
            for_everyone=edition.is_public,
        ),
    )


def _version(edition: Edition) -> Version:
    assert edition.published is not None
    return edition.published


def _written(edition: Edition, published: Published, name: str, belongs: Belongs) -> bytes:
    """In Russian whoever asks: an address that names no language gives one answer."""
    title = published.programme.title
    with override(settings.LANGUAGE_CODE):
        start = base_url().rstrip("/") + reverse("forum:session", args=[edition.slug, "-"])
        start = start.removesuffix("-/")
        return write(
            published.programme,
            sessions=[
                one for one in published.sessions.values() if belongs(one) and in_calendars(one)
            ],
            cancelled=[one for one in withdrawn_from(edition, published.programme) if belongs(one)],
            url_of=lambda one: f"{start}{one.code}/",
            name=f"{title}: {name}" if name else title,
            stamp=_version(edition).approved_at,
            domain=urlsplit(base_url()).hostname or "localhost",
            parts={part: str(Words(part).label) for part in Part},
        )
