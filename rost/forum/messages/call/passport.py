"""A passport as a page reads it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from rost.catalogue.messages import PARTNER_NAMES, SOURCE_NAMES, roubles
from rost.core.passport import Passport, total
from rost.directory.queries.reference import issue_name, national_name

from .words import FIELD_NAMES

Words = str | Promise


@dataclass(frozen=True, slots=True)
class MoneyLine:
    source: Words
    amount: str
    note: str


@dataclass(frozen=True, slots=True)
class PartnerLine:
    kind: Words
    name: str
    part: str


@dataclass(frozen=True, slots=True)
class PassportView:
    """Titles and names in the reader's language; what people wrote stays in theirs.

    `before` and `after` are texts around the rows: (title, text) in the order of the passport.
    """

    passport: Passport
    issues: tuple[str, ...]
    national: str
    before: tuple[tuple[Words, str], ...]
    after: tuple[tuple[Words, str], ...]
    money: tuple[MoneyLine, ...]
    total: str
    partners: tuple[PartnerLine, ...]


def passport_view(passport: Passport, language: str) -> PassportView:
    national = passport.national_project
    return PassportView(
        passport=passport,
        issues=tuple(issue_name(code, language) for code in passport.local_issues),
        national=national_name(national, language) if national else "",
        before=texts(passport, "problem", "solution"),
        after=texts(passport, "legal_acts", "mistakes", "conditions", "contact"),
        money=tuple(
            MoneyLine(
                SOURCE_NAMES.get(one.source, one.source), roubles(one.kopecks, language), one.note
            )
            for one in passport.money
        ),
        total=roubles(total(passport), language),
        partners=tuple(
            PartnerLine(PARTNER_NAMES.get(one.kind, one.kind), one.name, one.part)
            for one in passport.partners
        ),
    )


def texts(passport: Passport, *names: str) -> tuple[tuple[Words, str], ...]:
    written = [(FIELD_NAMES[name], getattr(passport, name)) for name in names]
    return tuple((title, text) for title, text in written if text.strip())
