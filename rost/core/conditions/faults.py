"""What in written conditions cannot stand: nothing said, no such code, a figure that is none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from .limits import LONGEST_NAME, LONGEST_WHAT, MOST, MOST_NEEDS, MOST_VARIANTS, PARTNER_KINDS
from .model import Condition, Conditions, Need

# An article and an item of the law on local self-government: 131-14-9, 131-14-13.1
LOCAL_ISSUE = re.compile(r"\d{2,3}-\d{1,2}-\d{1,2}(\.\d)?", re.ASCII)


class Why(StrEnum):
    EMPTY = "empty"  # what the need is about was not said
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    UNKNOWN = "unknown"  # no code of its kind
    NOT_IN_RANGE = "not_in_range"
    CONTRADICTS = "contradicts"  # the least is more than the most


@dataclass(frozen=True, slots=True)
class Fault:
    """`field` is "needs.least", "variants.name", …; `row` counts from 0.

    Of the needs that a variant has instead, `field` begins with "instead.", `row` is the variant
    and `inner` the need.
    """

    field: str
    why: Why
    row: int | None = None
    most: int | None = None
    inner: int | None = None


def faults(conditions: Conditions, issues: Collection[str] | None = None) -> tuple[Fault, ...]:
    """`issues`: all codes of local issues there are; without them only their form is looked at.

    >>> faults(Conditions((Condition(Need.STAFF),)))
    (Fault(field='needs.least', why=<Why.EMPTY: 'empty'>, row=0, most=None, inner=None),)
    """
    return tuple(every_fault(conditions, issues))


def every_fault(conditions: Conditions, issues: Collection[str] | None) -> Iterator[Fault]:
    if len(conditions.needs) > MOST_NEEDS:
        yield Fault("needs", Why.TOO_MANY, most=MOST_NEEDS)
    for row, condition in enumerate(conditions.needs):
        for name, why, most in of_condition(condition, issues):
            yield Fault(f"needs.{name}", why, row, most)
    if len(conditions.variants) > MOST_VARIANTS:
        yield Fault("variants", Why.TOO_MANY, most=MOST_VARIANTS)
    for row, variant in enumerate(conditions.variants):
        yield from of_variant(row, variant.name, variant.what, variant.kopecks)
        if len(variant.instead) > MOST_NEEDS:
            yield Fault("instead", Why.TOO_MANY, row, MOST_NEEDS)
        for inner, condition in enumerate(variant.instead):
            for name, why, most in of_condition(condition, issues):
                yield Fault(f"instead.{name}", why, row, most, inner)


def of_variant(row: int, name: str, what: str, kopecks: int) -> Iterator[Fault]:
    if not name.strip():
        yield Fault("variants.name", Why.EMPTY, row)
    if len(name) > LONGEST_NAME:
        yield Fault("variants.name", Why.TOO_LONG, row, LONGEST_NAME)
    if len(what) > LONGEST_WHAT:
        yield Fault("variants.what", Why.TOO_LONG, row, LONGEST_WHAT)
    if not 0 <= kopecks <= MOST[Need.MONEY]:
        yield Fault("variants.kopecks", Why.NOT_IN_RANGE, row, MOST[Need.MONEY])


def of_condition(
    condition: Condition, issues: Collection[str] | None
) -> Iterator[tuple[str, Why, int | None]]:
    if len(condition.what) > LONGEST_WHAT:
        yield "what", Why.TOO_LONG, LONGEST_WHAT
    match condition.need:
        case Need.LAND if not condition.what.strip():
            yield "what", Why.EMPTY, None
        case Need.POWER:
            yield from of_issue(condition.code, issues)
        case Need.PARTNER if condition.code not in PARTNER_KINDS:
            yield "code", Why.UNKNOWN if condition.code else Why.EMPTY, None
        case Need.PEOPLE | Need.MONEY | Need.STAFF | Need.TERM:
            yield from of_figures(condition)


def of_issue(code: str, issues: Collection[str] | None) -> Iterator[tuple[str, Why, int | None]]:
    if not code:
        yield "code", Why.EMPTY, None
    elif not LOCAL_ISSUE.fullmatch(code) or (issues is not None and code not in issues):
        yield "code", Why.UNKNOWN, None


def of_figures(condition: Condition) -> Iterator[tuple[str, Why, int | None]]:
    """Only residents may be bounded from above; less than one of anything is no need."""
    least, most, largest = condition.least, condition.most, MOST[condition.need]
    upper = most if condition.need is Need.PEOPLE else None
    if least is None and upper is None:
        yield "least", Why.EMPTY, None
    if least is not None and not 1 <= least <= largest:
        yield "least", Why.NOT_IN_RANGE, largest
    if upper is not None and not 1 <= upper <= largest:
        yield "most", Why.NOT_IN_RANGE, largest
    if least is not None and upper is not None and least > upper:
        yield "most", Why.CONTRADICTS, None
