"""Demands that are broken or contradict each other, each with the page where it is changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rost.core.scheduling import Contradiction, Demand, Fault, Placement, Problem
from rost.forum.messages.findings import when_text
from rost.forum.queries.scheduling.asked import Unplaceable, Why

from .names import Names

FAULTS: Mapping[Demand, Promise] = {
    Demand.PLACED: gettext_lazy("%(sessions)s: not placed."),
    Demand.PLACE_ONCE: gettext_lazy("%(sessions)s: one hall at the same time (%(place)s)."),
    Demand.PERSON_ONCE: gettext_lazy("%(person)s is in two places at once: %(sessions)s."),
    Demand.FREE: gettext_lazy("%(person)s cannot be there: %(sessions)s."),
    Demand.OPEN: gettext_lazy("%(sessions)s: “%(place)s” is closed or taken then."),
    Demand.ALLOWED: gettext_lazy(
        "%(sessions)s: the hall is too small or lacks the equipment (%(place)s)."
    ),
    Demand.FIXED: gettext_lazy("%(sessions)s: not where it is to stay."),
    Demand.WINDOW: gettext_lazy("%(sessions)s: earlier or later than it may be."),
    Demand.SEQUENCE: gettext_lazy("%(sessions)s: not in the order or with the gap that was asked."),
    Demand.LENGTH: gettext_lazy("%(sessions)s: runs into a break or out of the day."),
    Demand.ONE_TRACK: gettext_lazy("%(sessions)s: two tracks in one hall in one part of the day."),
}


def fault_text(fault: Fault, names: Names) -> str:
    return str(FAULTS[fault.demand]) % {
        "sessions": _listed(fault.items, names),
        "person": names.person(fault.person) if fault.person else "",
        "place": names.place(fault.place) if fault.place else "",
    }


@dataclass(frozen=True, slots=True)
class Line:
    """One demand of a contradiction, and where it is changed: kind and key of the page."""

    text: str
    page: str  # "session", "person", "halls", "days"
    key: str = ""


CONTRADICTIONS: Mapping[Demand, Promise] = {
    Demand.PLACED: gettext_lazy("%(sessions)s is to be held."),
    Demand.PLACE_ONCE: gettext_lazy("“%(place)s” holds one session at a time: %(sessions)s."),
    Demand.PERSON_ONCE: gettext_lazy(
        "%(person)s takes part in %(sessions)s and can be in one place at a time."
    ),
    Demand.FREE: gettext_lazy(
        "%(person)s, who takes part in %(sessions)s, can only come: %(free)s."
    ),
    Demand.OPEN: gettext_lazy("“%(place)s” can only be used: %(open)s."),
    Demand.ALLOWED: gettext_lazy("%(sessions)s can only be held in: %(places)s."),
    Demand.FIXED: gettext_lazy("%(sessions)s is to stay where it stands: %(fixed)s."),
    Demand.WINDOW: gettext_lazy("%(sessions)s is to be held only: %(window)s."),
    Demand.SEQUENCE: gettext_lazy("%(first)s comes before %(then)s, with the gap you set."),
    Demand.LENGTH: gettext_lazy(
        "%(sessions)s has to fit between two breaks: it lasts %(length)s min."
    ),
    Demand.ONE_TRACK: gettext_lazy("A hall holds one track in one part of the day."),
}

PAGES = {
    Demand.PERSON_ONCE: "person",
    Demand.FREE: "person",
    Demand.OPEN: "halls",
    Demand.PLACE_ONCE: "halls",
}


def contradiction_lines(
    found: Iterable[Contradiction], problem: Problem, names: Names
) -> list[Line]:
    return [_line(one, problem, names) for one in found]


def _line(one: Contradiction, problem: Problem, names: Names) -> Line:
    page = PAGES.get(one.demand, "session")
    key = one.person if page == "person" else (one.items[0] if one.items else "")
    if page == "person" and not key:
        page = "session"
    text = str(CONTRADICTIONS[one.demand]) % _facts(one, problem, names)
    if one.needed is not None and one.given is not None:
        room = {
            "needed": one.needed * names.clock.minutes,
            "given": one.given * names.clock.minutes,
        }
        text += " " + _("They need %(needed)s min, there are %(given)s.") % room
    return Line(text, page, key)


def _facts(one: Contradiction, problem: Problem, names: Names) -> dict[str, Any]:
    items = {item.key: item for item in problem.items}
    item = items.get(one.items[0]) if one.items else None
    person = next((row for row in problem.people if row.key == one.person), None)
    place = next((row for row in problem.places if row.key == one.place), None)
    return {
        "sessions": _listed(one.items, names),
        "first": _listed(one.items[:1], names),
        "then": _listed(one.items[1:2], names),
        "person": names.person(one.person) if one.person else "",
        "place": names.place(one.place) if one.place else "",
        "free": _spans(person.free if person else (), names),
        "open": _spans(place.open if place else (), names),
        "places": ", ".join(names.place(key) for key in item.places) if item else "",
        "fixed": _fixed(item.key, item.fixed, names) if item else "",
        "window": _spans(item.windows if item else (), names),
        "length": names.minutes.get(item.key, 0) if item else 0,
    }


def _fixed(code: str, where: Placement | None, names: Names) -> str:
    return names.standing(code, where) if where is not None else ""


def _spans(spans: Iterable[Any], names: Names) -> str:
    found = []
    for one in spans:
        if one.ends <= 0:
            return _("at no time")
        start, end = max(one.begins, 0), max(one.ends - names.clock.pad, one.begins + 1)
        found.append(when_text(names.moment(start), names.moment(end)))
    return "; ".join(found) or _("at any time")


def _listed(codes: Iterable[str], names: Names) -> str:
    return ", ".join(f"«{names.session(code)}»" for code in codes)


UNPLACEABLE: Mapping[Why, Promise] = {
    Why.HALL: gettext_lazy("“%(title)s”: no hall has %(wanted)s."),
    Why.ROUTE: gettext_lazy("“%(title)s”: there is no route with enough seats for the visit."),
    Why.LENGTH: gettext_lazy("“%(title)s” is longer than any part of a day between breaks."),
    Why.HOURS: gettext_lazy("“%(title)s”: the earliest and the latest hour leave no time for it."),
    Why.DROPPED: gettext_lazy(
        "“%(title)s”: %(person)s does not come. Hold it without them, move it or cancel it."
    ),
}


def unplaceable_text(one: Unplaceable, names: Names) -> str:
    wanted = []
    if one.people:
        wanted.append(_("seats for %(people)s") % {"people": one.people})
    wanted.extend(one.equipment)
    return str(UNPLACEABLE[one.why]) % {
        "title": names.session(one.code),
        "wanted": ", ".join(wanted) or _("a place for it"),
        "person": names.person(str(one.person)) if one.person is not None else "",
    }
