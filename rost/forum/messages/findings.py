"""Findings of the programme check in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from rost.core.language import date_text, moment_text, time_range_text
from rost.core.programme.findings import Finding, Level, Rule
from rost.core.programme.model import Programme

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

LEVEL_NAMES: Mapping[Level, Words] = {
    Level.FORBID: gettext_lazy("Forbidden"),
    Level.FORBID_APPROVAL: gettext_lazy("Stops the approval"),
    Level.WARN: gettext_lazy("Warning"),
    Level.IGNORE: gettext_lazy("Not looked for"),
}

RULE_NAMES: Mapping[Rule, Words] = {
    Rule.DURATION: gettext_lazy("A session without length"),
    Rule.PERSON_CLASH: gettext_lazy("A person in two places at once"),
    Rule.HALL_CLASH: gettext_lazy("Two sessions in one hall at once"),
    Rule.PLACE_MISSING: gettext_lazy("A session in a closed hall"),
    Rule.ROUTE_SEATS: gettext_lazy("More people than seats on a route"),
    Rule.CAPACITY: gettext_lazy("More people than seats in a hall"),
    Rule.AVAILABILITY: gettext_lazy("A person outside the times they gave"),
    Rule.DAY_HOURS: gettext_lazy("A session outside the hours of a day"),
    Rule.NO_MODERATOR: gettext_lazy("No moderator"),
    Rule.NO_BREAK: gettext_lazy("Too long without a break"),
    Rule.UNPLACED: gettext_lazy("A session without time or place"),
}


def finding_text(finding: Finding, programme: Programme) -> str:
    """One sentence in the reader's language, naming sessions, people, place and time."""
    return _pattern(finding) % _facts(finding, programme)


def _pattern(finding: Finding) -> str:
    if finding.route and finding.rule is Rule.PERSON_CLASH:
        return _(
            "%(person)s is on a route while taking part in another session: “%(first)s” and "
            "“%(second)s”, %(when)s."
        )
    if finding.route and finding.rule is Rule.PLACE_MISSING:
        return _("“%(first)s” is on a route that no longer exists. Choose another place.")
    return {
        Rule.DURATION: _("“%(first)s” has no length."),
        Rule.PERSON_CLASH: _(
            "%(person)s takes part in two sessions at once: “%(first)s” and “%(second)s”, %(when)s."
        ),
        Rule.HALL_CLASH: _(
            "“%(first)s” and “%(second)s” are both in the hall “%(hall)s”, %(when)s."
        ),
        Rule.PLACE_MISSING: _("“%(first)s” stands in a hall that is closed. Choose another place."),
        Rule.ROUTE_SEATS: _(
            "“%(first)s”: more people want it than the bus has seats (people: %(wanted)s, "
            "seats: %(given)s)."
        ),
        Rule.CAPACITY: _(
            "“%(first)s”: more people want it than there are seats (people: %(wanted)s, "
            "seats: %(given)s)."
        ),
        Rule.AVAILABILITY: _(
            "%(person)s cannot take part in “%(first)s”: %(when)s is outside the times they gave."
        ),
        Rule.DAY_HOURS: _("“%(first)s” (%(when)s) is outside the hours of the forum's days."),
        Rule.NO_MODERATOR: _("“%(first)s” has no moderator."),
        Rule.NO_BREAK: _(
            "The hall “%(hall)s” has no break, %(when)s (minutes in a row: %(given)s, "
            "at most: %(wanted)s)."
        ),
        Rule.UNPLACED: _("“%(first)s” has no time or place yet."),
    }[finding.rule]


def _facts(finding: Finding, programme: Programme) -> dict[str, object]:
    titles = {one.code: one.title for one in programme.sessions}
    halls = {hall.slug: hall.name for hall in programme.halls}
    named = [titles.get(code, code) for code in finding.sessions]
    return {
        "first": named[0],
        "second": named[-1],
        "person": _person_name(finding.person, programme),
        "hall": halls.get(finding.hall, finding.hall),
        "when": when_text(finding.start, finding.end),
        "wanted": finding.wanted,
        "given": finding.given,
    }


def _person_name(person: int | None, programme: Programme) -> str:
    if person is None:
        return ""
    names = (
        part.name
        for session in programme.sessions
        for part in session.contributions
        if part.person == person
    )
    return next(names, "")


def when_text(start: datetime | None, end: datetime | None) -> str:
    """«18 февраля, 10:00–11:30», or both moments in full where the days differ."""
    if start is None or end is None:
        return ""
    language = get_language() or "ru"
    if start.date() == end.date():
        return f"{date_text(start, language, year=False)}, {time_range_text(start, end)}"
    first, last = (moment_text(one, language, year=False) for one in (start, end))
    return f"{first} – {last}"
