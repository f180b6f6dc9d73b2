"""A passport as it is read: titles with texts and lists; what is empty is left out."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.core.language import money_text
from rost.core.passport import Passport
from rost.directory.queries.reference import issue_name, national_name

Text = str | Promise

SOURCES: dict[str, Text] = {
    "federal": _("federal budget"),
    "republican": _("republican budget"),
    "local": _("local budget"),
    "business": pgettext_lazy("money", "business"),
    "residents": pgettext_lazy("money", "residents"),
    "grant": pgettext_lazy("money", "a grant"),
    "other": pgettext_lazy("money", "another source"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One field: a text, or lines in order (`steps`) or not (`lines`)."""

    title: Text
    text: str = ""
    lines: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


def pieces_of(passport: Passport, language: str) -> list[Piece]:
    """In the order in which a practice is read."""
    money = tuple(
        _joined(
            str(SOURCES.get(one.source, one.source)), money_text(one.kopecks, language), one.note
        )
        for one in passport.money
    )
    results = tuple(
        f"{one.indicator}: {one.before or '–'} → {one.after or '–'} {one.unit}".strip()
        for one in passport.results
    )
    found = (
        Piece(_("Problem"), passport.problem),
        Piece(_("Solution"), passport.solution),
        Piece(_("Steps"), steps=passport.steps),
        Piece(_("Results before and after"), lines=results),
        Piece(_("Resources"), passport.resources),
        Piece(_("Sources of money"), lines=money),
        Piece(_("Partners"), lines=tuple(_joined(one.name, one.part) for one in passport.partners)),
        Piece(_("Risks and mistakes"), passport.mistakes),
        Piece(_("Conditions of doing it again"), passport.conditions),
        Piece(_("Legal acts"), passport.legal_acts),
        Piece(
            _("Issues of local significance"),
            lines=tuple(issue_name(one, language) for one in passport.local_issues),
        ),
        Piece(
            _("National project"),
            national_name(passport.national_project, language) if passport.national_project else "",
        ),
        Piece(_("Year"), str(passport.year or "")),
        Piece(_("Contact"), passport.contact),
    )
    return [one for one in found if one.text or one.lines or one.steps]


def _joined(*parts: str) -> str:
    return " – ".join(filter(None, parts))
