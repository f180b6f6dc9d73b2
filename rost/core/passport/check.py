"""What a passport still lacks, and what in it cannot stand.

*Missing* holds a project back from being offered, never from being saved. A *fault* is refused at
once: too long, no such word of a closed list, an amount that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from .limits import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST,
    LONGEST_ROW,
    MONEY_SOURCES,
    MOST_KOPECKS,
    MOST_ROWS,
    PARTNER_KINDS,
)
from .model import Passport

# What a committee must know to say yes: domain lists of passports ask for all of these.
WANTED = (
    "title",
    "territory",
    "year",
    "local_issues",
    "problem",
    "solution",
    "steps",
    "results",
    "contact",
)
TERRITORY = re.compile(r"\d{8}(\d{3})?", re.ASCII)
# An article and an item of the law on local self-government: 131-14-9, 131-14-13.1
LOCAL_ISSUE = re.compile(r"\d{2,3}-\d{1,2}-\d{1,2}(\.\d)?", re.ASCII)


class Why(StrEnum):
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    UNKNOWN = "unknown"  # no word of the list, no code of its kind
    NOT_IN_RANGE = "not_in_range"


@dataclass(frozen=True, slots=True)
class Fault:
    """`field` is a name of the passport, `row` counts from 0 where the field has rows."""

    field: str
    why: Why
    row: int | None = None
    most: int | None = None


def missing(passport: Passport) -> tuple[str, ...]:
    """Names of the fields still wanted, in the order of the passport.

    >>> missing(Passport(title="Родники", year=2019))[:2]
    ('territory', 'local_issues')
    """
    return tuple(name for name in WANTED if not filled(passport, name))


def filled(passport: Passport, name: str) -> bool:
    value = getattr(passport, name)
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def total(passport: Passport) -> int:
    """All sources together, in kopecks."""
    return sum(one.kopecks for one in passport.money)


def faults(passport: Passport) -> tuple[Fault, ...]:
    return (*texts_at_fault(passport), *codes_at_fault(passport), *rows_at_fault(passport))


def texts_at_fault(passport: Passport) -> Iterator[Fault]:
    for name, most in LONGEST.items():
        if len(getattr(passport, name)) > most:
            yield Fault(name, Why.TOO_LONG, most=most)
    for name, most in MOST_ROWS.items():
        if len(getattr(passport, name)) > most:
            yield Fault(name, Why.TOO_MANY, most=most)


def codes_at_fault(passport: Passport) -> Iterator[Fault]:
    if passport.territory and not TERRITORY.fullmatch(passport.territory):
        yield Fault("territory", Why.UNKNOWN)
    if passport.year is not None and not FIRST_YEAR <= passport.year <= LAST_YEAR:
        yield Fault("year", Why.NOT_IN_RANGE)
    for row, code in enumerate(passport.local_issues):
        if not LOCAL_ISSUE.fullmatch(code):
            yield Fault("local_issues", Why.UNKNOWN, row)


def rows_at_fault(passport: Passport) -> Iterator[Fault]:
    for row, step in enumerate(passport.steps):
        yield from too_long("steps", row, [("steps", step)])
    for row, money in enumerate(passport.money):
        if money.source not in MONEY_SOURCES:
            yield Fault("money", Why.UNKNOWN, row)
        if not 0 <= money.kopecks <= MOST_KOPECKS:
            yield Fault("money", Why.NOT_IN_RANGE, row)
        yield from too_long("money", row, [("money.note", money.note)])
    for row, one in enumerate(passport.partners):
        if one.kind not in PARTNER_KINDS:
            yield Fault("partners", Why.UNKNOWN, row)
        texts = [("partners.name", one.name), ("partners.part", one.part)]
        yield from too_long("partners", row, texts)
    for row, result in enumerate(passport.results):
        names = ("indicator", "before", "after", "unit")
        texts = [(f"results.{name}", getattr(result, name)) for name in names]
        yield from too_long("results", row, texts)


def too_long(field: str, row: int, texts: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    for name, text in texts:
        if len(text) > LONGEST_ROW[name]:
            yield Fault(field, Why.TOO_LONG, row, LONGEST_ROW[name])
