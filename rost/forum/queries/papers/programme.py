"""What the printed programme says: an approved version, or the draft."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import override

from rost.core.language import date_text, time_range_text
from rost.core.programme.model import Contribution, Form, Session, State
from rost.documents.kinds.programme.content import Day, Part, Programme
from rost.documents.kinds.programme.content import Session as Line
from rost.forum.models import Edition
from rost.forum.models import programme as words
from rost.forum.queries.draft import draft_programme
from rost.forum.queries.published import Published, indexed, published_of

from .words import NO_BREAK_SPACE, dates_of, time_zone_text


def programme_content(edition: Edition, language: str, *, draft: bool = False) -> Programme | None:
    """The approved programme, or the draft; None where there is nothing to print."""
    published = indexed(draft_programme(edition), "") if draft else published_of(edition)
    if published is None or not any(published.days.values()):
        return None
    with override(language):
        return Programme(
            event=edition.name,
            dates=dates_of(edition, language, weekday=True),
            place=edition.place,
            timezone=time_zone_text(edition),
            version=_("draft") if draft else _version(edition, language),
            days=tuple(
                Day(date_text(day, language, weekday=True), tuple(_lines(published, own, language)))
                for day, own in published.days.items()
                if own
            ),
        )


def _version(edition: Edition, language: str) -> str:
    version = edition.published
    assert version is not None
    day = version.approved_at.astimezone(ZoneInfo(edition.timezone)).date()
    return _("approved on %(day)s, version %(number)s") % {
        "day": date_text(day, language),
        "number": version.number,
    }


def _lines(published: Published, sessions: Iterable[Session], language: str) -> Iterable[Line]:
    """What is held, in order; a cancelled session is not on paper."""
    for one in sessions:
        if one.state is State.CANCELLED or one.start is None or one.end is None:
            continue
        track = published.tracks.get(one.track)
        hall, route = published.halls.get(one.hall), published.routes.get(one.route)
        yield Line(
            time=time_range_text(one.start, one.end),
            title=one.title,
            form=str(words.Form(one.form).label),
            where=hall.name if hall else route.name if route else "",
            track=track.name if track else "",
            colour=track.colour if track else "",
            parts=tuple(_part(who) for who in one.contributions if who.name),
            broadcast=one.broadcast_url,
            is_break=one.form is Form.BREAK,
            language=one.language if one.language != language else "",
        )


def _part(who: Contribution) -> Part:
    minutes = _("%(minutes)s min") % {"minutes": who.minutes} if who.minutes else ""
    return Part(
        part=str(words.Part(who.part).label),
        name=who.name,
        post=who.post,
        topic=who.topic,
        minutes=minutes.replace(" ", NO_BREAK_SPACE),
    )
