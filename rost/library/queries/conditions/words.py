"""Needs and findings in words: «нужно от 500 жителей», «у вас 1 050 (2021 год)»."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from rost.core.conditions import Condition, Finding, Need, Standing
from rost.core.language import money_text, number_text
from rost.directory.queries.reference import issue_name

from .place import Known

PARTNERS: dict[str, str | Promise] = {
    "authority": pgettext_lazy("condition", "an authority as a partner"),
    "ngo": pgettext_lazy("condition", "an NGO as a partner"),
    "business": pgettext_lazy("condition", "a business as a partner"),
    "residents": pgettext_lazy("condition", "residents who take part"),
}
STANDINGS: dict[Standing, str | Promise] = {
    Standing.MET: pgettext_lazy("condition", "There is"),
    Standing.MISSING: pgettext_lazy("condition", "Is missing"),
    Standing.UNKNOWN: pgettext_lazy("condition", "Not known"),
}
TONES = {Standing.MET: "good", Standing.MISSING: "bad", Standing.UNKNOWN: "warn"}
# Signs are for eyes that do not tell colours apart; the words beside them say the same.
SIGNS = {Standing.MET: "check", Standing.MISSING: "cross", Standing.UNKNOWN: "info"}


@dataclass(frozen=True, slots=True)
class Line:
    """One need as a reader sees it; `what` is the author's own words."""

    position: int
    standing: Standing
    said: str  # the standing in words
    tone: str
    sign: str
    needs: str
    what: str
    has: str
    essential: bool
    asked: bool  # whether the place's people may answer


def line_of(finding: Finding, known: Known, language: str) -> Line:
    one = finding.condition
    return Line(
        position=finding.position,
        standing=finding.standing,
        said=str(STANDINGS[finding.standing]),
        tone=TONES[finding.standing],
        sign=SIGNS[finding.standing],
        needs=need_text(one, language),
        what=one.what,
        has=has_text(finding, known, language),
        essential=one.essential,
        asked=is_asked(finding, known),
    )


def is_asked(finding: Finding, known: Known) -> bool:
    """What no figure and no list decides is asked, also after it was answered."""
    answered = finding.position in known.facts.answers
    return finding.has is None and (finding.standing is Standing.UNKNOWN or answered)


def need_text(one: Condition, language: str) -> str:
    match one.need:
        case Need.PEOPLE:
            return people_text(one, language)
        case Need.MONEY:
            return _("own or attracted money, from %(sum)s") % {
                "sum": money_text((one.least or 0) // 100, language)
            }
        case Need.STAFF:
            said = ngettext(
                "%(number)s person to lead the work",
                "%(number)s people to lead the work",
                one.least or 0,
            )
            return said % {"number": number_text(one.least or 0, language)}
        case Need.TERM:
            said = ngettext(
                "%(number)s month at least", "%(number)s months at least", one.least or 0
            )
            return said % {"number": number_text(one.least or 0, language)}
        case Need.POWER:
            return _("power under the law: «%(issue)s»") % {"issue": issue_name(one.code, language)}
        case Need.PARTNER:
            return str(PARTNERS.get(one.code, pgettext("condition", "a partner")))
        case Need.LAND:
            return _("land or premises")


def people_text(one: Condition, language: str) -> str:
    least, most = one.least, one.most
    if least is not None and most is not None:
        return _("from %(least)s to %(most)s residents") % {
            "least": number_text(least, language),
            "most": number_text(most, language),
        }
    if most is not None:
        said = ngettext("at most %(number)s resident", "at most %(number)s residents", most)
        return said % {"number": number_text(most, language)}
    said = ngettext("from %(number)s resident", "from %(number)s residents", least or 0)
    return said % {"number": number_text(least or 0, language)}


def has_text(finding: Finding, known: Known, language: str) -> str:
    """What the place has of it, and how it is known."""
    if finding.condition.need is Need.PEOPLE and finding.has is not None:
        return _("you have %(number)s (%(year)s)") % {
            "number": number_text(finding.has, language),
            "year": known.people_year,
        }
    if finding.condition.need is Need.POWER and not is_answered(finding, known):
        return power_text(finding, known)
    if is_answered(finding, known):
        met = finding.standing is Standing.MET
        return _("you answered: there is") if met else _("you answered: there is not")
    if finding.condition.need is Need.MONEY and known.revenue is not None:
        return revenue_text(finding, known, language)
    return _("only you know")


def is_answered(finding: Finding, known: Known) -> bool:
    return finding.has is None and finding.position in known.facts.answers


def power_text(finding: Finding, known: Known) -> str:
    if finding.standing is Standing.MET:
        return _("your municipality's own issue under the law")
    if finding.standing is Standing.MISSING:
        return _("not an issue of your municipality: the district decides it, ask for an agreement")
    if known.facts.issues is None:
        return _("our list of issues does not cover municipalities of your kind yet")
    return _("yours if a law of the Republic gives it to you, otherwise the district's")


def revenue_text(finding: Finding, known: Known, language: str) -> str:
    """The revenue of a year beside the need: a scale to judge by, no answer."""
    facts = {
        "sum": money_text((known.revenue or 0) // 100, language),
        "year": known.revenue_year,
    }
    if (finding.condition.least or 0) > (known.revenue or 0):
        return (
            _("more than your own revenue of %(year)s, %(sum)s: look for partners' money") % facts
        )
    return (
        _("your own revenue of %(year)s was %(sum)s; whether it is enough, only you know") % facts
    )
