"""A published practice as a story, and as the sheet of one page, a notice or a slide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from rost.catalogue.messages import roubles
from rost.core.language import shortened
from rost.core.passport import Passport, Result, total
from rost.directory.queries.places import label_of
from rost.documents.kinds.practice.content import PracticeSheet
from rost.documents.kinds.practice.content import Result as Shown
from rost.library.models import Practice, Version
from rost.library.queries.practices import passport_of, path_of
from rost.library.rules.telling import Story
from rost.ui.languages import in_language


@dataclass(frozen=True, slots=True)
class Room:
    """How much of each part a sheet takes: signs of a text, or rows and signs of each.

    Nothing is given to what the sheet leaves out.
    """

    title: int
    problem: int
    solution: int
    steps: tuple[int, int] = (0, 0)
    results: tuple[int, int] = (0, 0)
    lesson: int = 0
    needs: int = 0
    contact: int = 0


ROOMS: Mapping[str, Room] = {
    "page": Room(200, 550, 800, (6, 110), (5, 90), 300, 300, 160),
    "notice": Room(160, 330, 420, (0, 0), (3, 90), contact=160),
    "slide": Room(140, 330, 450, (4, 90), (4, 70), lesson=160),
}
VALUE = 40  # signs of a value before or after


def story_of(practice: Practice, version: Version, language: str) -> Story:
    """What anybody may tell: the contact only where its authors show it."""
    passport = passport_of(version)
    with override(language):
        return Story(
            title=version.title,
            place=place_of(version),
            year=str(passport.year or ""),
            cost=cost_of(passport, language),
            problem=passport.problem,
            solution=passport.solution,
            steps=passport.steps,
            results=tuple(map(result_text, passport.results)),
            lesson=passport.mistakes,
            needs=passport.conditions,
            contact=passport.contact if practice.shows_contact else "",
            address=address_of(practice, language),
        )


def words_of(language: str) -> dict[str, str]:
    """The names of a story's parts."""
    with override(language):
        return {
            "problem": _("What the problem was"),
            "solution": pgettext("paper", "What was done"),
            "steps": _("Steps"),
            "results": pgettext("paper", "What came of it"),
            "cost": pgettext("paper", "Cost"),
            "lesson": pgettext("paper", "What to beware of"),
            "needs": _("What others need to repeat it"),
            "contact": _("Whom to ask"),
            "more": pgettext("paper", "In full"),
        }


def sheet_of(practice: Practice, version: Version, language: str, variant: str) -> PracticeSheet:
    """Texts shortened to what the sheet takes; `variant` is page, notice or slide."""
    room, story = ROOMS[variant], story_of(practice, version, language)
    rows, signs = room.results
    return PracticeSheet(
        title=shortened(story.title, room.title),
        place=story.place,
        year=story.year,
        cost=story.cost,
        problem=shortened(story.problem, room.problem),
        solution=shortened(story.solution, room.solution),
        steps=tuple(shortened(step, room.steps[1]) for step in story.steps[: room.steps[0]]),
        results=tuple(shown(one, signs) for one in passport_of(version).results[:rows]),
        lesson=shortened(story.lesson, room.lesson) if room.lesson else "",
        needs=shortened(story.needs, room.needs) if room.needs else "",
        contact=shortened(story.contact, room.contact) if room.contact else "",
        address=story.address,
        address_shown=story.address.partition("://")[2].rstrip("/"),
        language=version.language if version.language != language else "",
        demonstration=practice.is_demonstration,
    )


def shown(one: Result, signs: int) -> Shown:
    before, after = (
        shortened(" ".join(filter(None, (value, one.unit if value else ""))), VALUE)
        for value in (one.before, one.after)
    )
    return Shown(shortened(one.indicator, signs), before, after)


def result_text(one: Result) -> str:
    """«Фонарей: было 0, стало 24 шт.»"""
    values = {"indicator": one.indicator, "before": one.before, "after": one.after}
    if one.before and one.after:
        said = _("%(indicator)s: was %(before)s, now %(after)s") % values
    elif one.before or one.after:
        said = f"{one.indicator}: {one.before or one.after}"
    else:
        return one.indicator
    return f"{said} {one.unit}".strip()


def place_of(version: Version) -> str:
    return label_of(version.municipality) if version.municipality is not None else ""


def cost_of(passport: Passport, language: str) -> str:
    return roubles(total(passport), language) if passport.money else ""


def address_of(practice: Practice, language: str) -> str:
    return f"{settings.SITE_URL}{in_language(path_of(practice), language)}"
