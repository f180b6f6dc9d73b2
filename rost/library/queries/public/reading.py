"""A passport as a page reads it: names in the reader's language, figures with their small plots."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from rost.catalogue.messages import PARTNER_NAMES, SOURCE_NAMES, roubles
from rost.core.conditions import Conditions
from rost.core.passport import Passport, Result, total
from rost.directory.queries.reference import issue_name, national_name

Words = str | Promise
WIDE = 100  # of a plot, in its own units
FIGURE = re.compile(r"(\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?)\s*(%|[^\d\s]*)", re.UNICODE)
SPACES = re.compile(r"[\s\u00a0\u202f]+")


@dataclass(frozen=True, slots=True)
class MoneyLine:
    source: Words
    amount: str
    note: str
    width: int  # of its bar: its share of the whole


@dataclass(frozen=True, slots=True)
class PartnerLine:
    kind: Words
    name: str
    part: str


@dataclass(frozen=True, slots=True)
class ResultLine:
    """With widths of two bars where both values are plain figures of one kind."""

    result: Result
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """`told` are results in words alone, `measured` those with a value before or after."""

    passport: Passport
    issues: tuple[str, ...]
    national: str
    money: tuple[MoneyLine, ...]
    total: str
    partners: tuple[PartnerLine, ...]
    told: tuple[str, ...]
    measured: tuple[ResultLine, ...]
    conditions: Conditions

    @property
    def plotted(self) -> bool:
        return any(one.before is not None for one in self.measured)


def reading_of(passport: Passport, conditions: Conditions, language: str) -> Reading:
    national, whole = passport.national_project, total(passport)
    return Reading(
        passport=passport,
        issues=tuple(issue_name(code, language) for code in passport.local_issues),
        national=national_name(national, language) if national else "",
        money=tuple(
            MoneyLine(
                SOURCE_NAMES.get(one.source, one.source),
                roubles(one.kopecks, language),
                one.note,
                round(WIDE * one.kopecks / whole) if whole else 0,
            )
            for one in passport.money
        ),
        total=roubles(whole, language) if passport.money else "",
        partners=tuple(
            PartnerLine(PARTNER_NAMES.get(one.kind, one.kind), one.name, one.part)
            for one in passport.partners
        ),
        told=tuple(one.indicator for one in passport.results if not (one.before or one.after)),
        measured=tuple(measured(passport.results)),
        conditions=conditions,
    )


def measured(results: Iterable[Result]) -> Iterable[ResultLine]:
    for one in results:
        if not (one.before or one.after):
            continue
        before, after = figure(one.before), figure(one.after)
        if before is None or after is None or before[1] != after[1]:
            yield ResultLine(one)
            continue
        most = max(before[0], after[0]) or 1.0
        yield ResultLine(one, round(WIDE * before[0] / most), round(WIDE * after[0] / most))


def figure(text: str) -> tuple[float, str] | None:
    """The number and its sign; None for what is no single figure.

    >>> figure("1 240,5 м"), figure("1–2"), figure("нет")
    ((1240.5, 'м'), None, None)
    """
    found = FIGURE.fullmatch(text.strip())
    if found is None:
        return None
    return float(SPACES.sub("", found[1]).replace(",", ".")), found[2]
