"""What a practice needs, what a place has, and whether they meet.

Amounts are whole kopecks, people are residents, staff are persons, a term is months. A place may
know nothing of a thing: that is `None`, and the answer is «unknown», never «missing».
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Need(StrEnum):
    PEOPLE = "people"  # least and most residents
    MONEY = "money"  # least kopecks of the place's own or attracted money
    STAFF = "staff"  # least persons who work on it
    POWER = "power"  # `code`: the issue of local significance that gives the power
    LAND = "land"  # `what`: which land or premises, on what right
    PARTNER = "partner"  # `code`: authority, ngo, business, residents; `what`: to do what
    TERM = "term"  # least months


@dataclass(frozen=True, slots=True)
class Condition:
    """`essential`: without it the practice does not work; otherwise it only helps."""

    need: Need
    least: int | None = None
    most: int | None = None
    code: str = ""
    what: str = ""
    essential: bool = True


@dataclass(frozen=True, slots=True)
class Variant:
    """A way of doing it at its own cost.

    A kind of need that is named in `instead` is replaced whole: what the practice says of that
    kind does not hold for this variant.
    """

    name: str
    kopecks: int
    what: str = ""
    instead: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Conditions:
    needs: tuple[Condition, ...] = ()
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of a municipality that asks «Сможем ли мы?».

    `issues` are the codes of its own issues of local significance today, None: not known;
    `perhaps` are those that a law of the region may have given it;
    `partners` are kinds known to be ready; `answers` is what its people said of a need, by its
    position (`positions`): True, False or not there.
    """

    people: int | None = None
    kopecks: int | None = None  # that it could spend
    staff: int | None = None
    months: int | None = None
    issues: frozenset[str] | None = None
    perhaps: frozenset[str] = frozenset()
    partners: frozenset[str] = frozenset()
    answers: Mapping[int, bool] = field(default_factory=dict)


class Standing(StrEnum):
    MET = "met"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """One need and how the place stands to it; `has` is the figure that was compared."""

    condition: Condition
    standing: Standing
    has: int | None = None
    position: int = 0  # among `positions`: by it the place answers


@dataclass(frozen=True, slots=True)
class Verdict:
    """`variant` is the position of the way that the findings speak of.

    It is the cheapest whose essential needs are not missing; where every one of them has one
    missing, the one with the fewest. None: the practice names no variants.
    """

    findings: tuple[Finding, ...]
    variant: int | None = None

    @property
    def standing(self) -> Standing:
        """Missing if an essential need is missing, unknown if one is unknown, otherwise met."""
        told = {one.standing for one in self.findings if one.condition.essential}
        if Standing.MISSING in told:
            return Standing.MISSING
        return Standing.UNKNOWN if Standing.UNKNOWN in told else Standing.MET
