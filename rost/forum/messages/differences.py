"""Differences of programmes in words: one line a change, with before and after."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from rost.core.language import date_text
from rost.core.programme.difference import Difference, Kind, SessionChange
from rost.core.programme.model import Contribution, Programme, Session, State
from rost.core.programme.places import Places
from rost.forum.models import programme as words

from .findings import when_text

WHAT: dict[Kind, Promise] = {
    Kind.ADDED: gettext_lazy("New in the programme"),
    Kind.REMOVED: gettext_lazy("Taken out of the programme"),
    Kind.ACCEPTED: gettext_lazy("Now certain"),
    Kind.WITHDRAWN: gettext_lazy("No longer certain"),
    Kind.CANCELLED: gettext_lazy("Cancelled"),
    Kind.RESTORED: gettext_lazy("Takes place again"),
    Kind.RESCHEDULED: pgettext_lazy("what changed", "Time"),
    Kind.RELOCATED: pgettext_lazy("what changed", "Place"),
    Kind.RETITLED: pgettext_lazy("what changed", "Title"),
    Kind.PERSON_ADDED: gettext_lazy("Takes part"),
    Kind.PERSON_REMOVED: gettext_lazy("No longer takes part"),
    Kind.PERSON_CHANGED: gettext_lazy("What a person does"),
    Kind.TEXT: gettext_lazy("Also changed"),
}

FIELDS: dict[str, Promise] = {
    "form": gettext_lazy("form of the session"),
    "track": gettext_lazy("track"),
    "abstract": gettext_lazy("description"),
    "language": gettext_lazy("language"),
    "seats": gettext_lazy("number of seats"),
    "materials": gettext_lazy("materials"),
    "broadcast_url": gettext_lazy("broadcast link"),
    "slug": gettext_lazy("address of the page"),
    "contributions": gettext_lazy("order of the people"),
}

GONE = frozenset({Kind.REMOVED, Kind.WITHDRAWN, Kind.CANCELLED})
COME = frozenset({Kind.ADDED, Kind.ACCEPTED, Kind.RESTORED})


@dataclass(frozen=True, slots=True)
class Line:
    """One change of one session as a reader sees it; `before` or `after` may be empty."""

    code: str
    title: str
    what: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        facts = {
            "title": self.title,
            "what": self.what,
            "before": self.before,
            "after": self.after,
        }
        if self.before and self.after:
            return _("“%(title)s”. %(what)s: %(before)s → %(after)s") % facts
        if self.after:
            return _("“%(title)s”. %(what)s: %(after)s") % facts
        if self.before:
            return _("“%(title)s”. %(what)s (it was: %(before)s)") % facts
        return _("“%(title)s”. %(what)s") % facts


class Wording:
    """Puts changes between two programmes into the active language."""

    def __init__(self, old: Programme | None, new: Programme) -> None:
        self.old = Places(old) if old else Places(new)
        self.new = Places(new)

    def line(self, change: SessionChange) -> Line:
        session = change.new or change.old
        assert session is not None
        before, after = self._sides(change)
        return Line(change.code, session.title, str(WHAT[change.kind]), before, after)

    def _sides(self, change: SessionChange) -> tuple[str, str]:
        old, new = change.old, change.new
        if change.kind in COME and new is not None:
            return "", self._both(new, self.new)
        if change.kind in GONE and old is not None:
            return self._both(old, self.old), ""
        if change.kind is Kind.TEXT:
            return "", ", ".join(str(FIELDS[name]) for name in change.fields)
        if old is None or new is None:
            return "", ""
        if change.kind is Kind.RESCHEDULED:
            return when_text(old.start, old.end) or _("no time"), when_text(
                new.start, new.end
            ) or _("no time")
        if change.kind is Kind.RELOCATED:
            return self._places(change, old, new)
        if change.kind is Kind.RETITLED:
            return old.title, new.title
        return part_text(change.was), part_text(change.now)

    def _places(self, change: SessionChange, old: Session, new: Session) -> tuple[str, str]:
        before, after = place_text(old, self.old), place_text(new, self.new)
        if "route_times" in change.fields:
            before = f"{before} ({_bus_text(old, self.old)})"
            after = f"{after} ({_bus_text(new, self.new)})"
        return before or _("no place"), after or _("no place")

    def _both(self, session: Session, places: Places) -> str:
        known = (
            when_text(session.start, session.end),
            place_text(session, places),
            _("not accepted yet") if session.state is State.PROPOSED else "",
        )
        return ", ".join(filter(None, known))


def place_text(session: Session, places: Places) -> str:
    """The hall, or the route of the bus, as the public reads it."""
    if session.route:
        return places.route_name(session) or session.route
    return places.hall_name(session) or session.hall


def _bus_text(session: Session, places: Places) -> str:
    route = places.routes.get(session.route)
    if route is None:
        return ""
    known = (when_text(route.departs, route.returns), route.departs_from)
    return ", ".join(filter(None, known))


def part_text(contribution: Contribution | None) -> str:
    """«Фамилия Имя, модератор, тема, 15 мин» – what is known of somebody's part."""
    if contribution is None:
        return ""
    minutes = contribution.minutes
    known = (
        contribution.name or _("somebody whose data were removed"),
        str(words.Part(contribution.part).label).lower(),
        contribution.post,
        contribution.topic and f"«{contribution.topic}»",
        _("%(minutes)s min") % {"minutes": minutes} if minutes else "",
    )
    return ", ".join(filter(None, known))


PARTS: tuple[tuple[str, Promise], ...] = (
    ("halls", gettext_lazy("Hall")),
    ("routes", gettext_lazy("Route")),
    ("tracks", gettext_lazy("Track")),
    ("days", gettext_lazy("Day")),
)


def part_lines(found: Difference) -> list[Line]:
    """Halls, routes, tracks and days that came, went or changed."""
    lines = []
    for name, kind in PARTS:
        for change in getattr(found, name):
            part = change.new or change.old
            title = getattr(part, "name", "") or date_text(part.date, get_language() or "ru")
            if change.old is None:
                what = _("%(kind)s added")
            elif change.new is None:
                what = _("%(kind)s removed")
            else:
                what = _("%(kind)s changed")
            lines.append(Line(change.key, title, what % {"kind": kind}))
    return lines
