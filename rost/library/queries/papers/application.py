"""A practice as an application to the contest: every question of the passport, nothing cut."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from rost.catalogue.messages import PARTNER_NAMES, SOURCE_NAMES, roubles
from rost.core.passport import Passport, total
from rost.directory.queries.reference import issue_name, national_name
from rost.documents.kinds.practice_application.content import (
    Amount,
    Change,
    Fact,
    PracticeApplication,
    Section,
)
from rost.library.models import Practice, Version
from rost.library.queries.conditions.words import need_text
from rost.library.queries.practices import conditions_of, passport_of

from .sheets import address_of, place_of


def application_of(practice: Practice, version: Version, language: str) -> PracticeApplication:
    passport = passport_of(version)
    with override(language):
        return PracticeApplication(
            title=version.title,
            facts=facts(version, passport, language),
            sections=numbered(sections(version, passport, language)),
            amounts=tuple(
                Amount(
                    str(SOURCE_NAMES.get(one.source, one.source)),
                    roubles(one.kopecks, language),
                    one.note,
                )
                for one in passport.money
            ),
            total=roubles(total(passport), language) if passport.money else "",
            changes=tuple(
                Change(one.indicator, valued(one.before, one.unit), valued(one.after, one.unit))
                for one in passport.results
                if one.before or one.after
            ),
            address=address_of(practice, language),
            signatory_post=pgettext("paper", "Head of the municipality"),
            signatory_name="",
            language=version.language if version.language != language else "",
            demonstration=practice.is_demonstration,
        )


def facts(version: Version, passport: Passport, language: str) -> tuple[Fact, ...]:
    """What only the applicant knows stays empty, to be written in by hand."""
    place = version.municipality
    official = (place.official_name or place.name) if place is not None else ""
    national = passport.national_project
    return (
        Fact(_("Municipality"), official),
        Fact(pgettext("paper", "District"), place_of(version)),
        Fact(pgettext("paper", "Municipality code"), place.code if place is not None else ""),
        Fact(pgettext("paper", "Nomination"), ""),
        Fact(pgettext("paper", "Head of the municipality"), ""),
        Fact(_("Whom to ask"), passport.contact),
        Fact(pgettext("project", "Year"), str(passport.year or "")),
        Fact(
            _("Local issues"), "; ".join(issue_name(one, language) for one in passport.local_issues)
        ),
        Fact(_("National project"), national_name(national, language) if national else ""),
    )


def sections(
    version: Version, passport: Passport, language: str
) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Question, answer in paragraphs, points; what is empty keeps its place to be filled in."""
    partners = tuple(
        " – ".join(filter(None, (str(PARTNER_NAMES.get(one.kind, one.kind)), one.name, one.part)))
        for one in passport.partners
    )
    told = tuple(one.indicator for one in passport.results if not (one.before or one.after))
    needs = tuple(
        " – ".join(filter(None, (need_text(one, language), one.what)))
        for one in conditions_of(version).needs
    )
    return (
        (_("What the problem was"), passport.problem, ()),
        (_("What you did"), passport.solution, ()),
        (_("Steps"), "", passport.steps),
        (_("What was needed"), passport.resources, ()),
        (_("Who helped"), "", partners),
        (_("Results"), "", told),
        (_("Legal acts"), passport.legal_acts, ()),
        (_("Risks and mistakes"), passport.mistakes, ()),
        (_("What others need to repeat it"), passport.conditions, needs),
    )


def numbered(
    found: tuple[tuple[str, str, tuple[str, ...]], ...],
) -> tuple[Section, ...]:
    """From the second on: the first is the table of facts."""
    asked = [one for one in found if one[1] or one[2]]
    return tuple(
        Section(f"{number}", title, paragraphs_of(text), points)
        for number, (title, text, points) in enumerate(asked, 2)
    )


def paragraphs_of(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def valued(value: str, unit: str) -> str:
    return f"{value} {unit}".strip() if value else ""
