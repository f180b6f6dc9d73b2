"""Criteria, the marks of one reviewer, and what they come to: exact fractions throughout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any


@dataclass(frozen=True, slots=True)
class Criterion:
    """Marks go from 0 to `most`; weights count in proportion to their sum."""

    key: str
    weight: Fraction
    most: int
    names: Mapping[str, str]  # by language
    explanation: str = ""

    def name(self, language: str) -> str:
        return self.names.get(language) or self.names.get("ru") or self.key


@dataclass(frozen=True, slots=True)
class Given:
    """The complete marks of one sent review of one project."""

    project: int
    review: int
    marks: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Step:
    """One criterion of one project: «(8 + 7) / 2 = 7,5; 7,5 of 10 at weight 30 of 100»."""

    criterion: Criterion
    marks: tuple[int, ...]
    mean: Fraction
    points: Fraction


@dataclass(frozen=True, slots=True)
class Line:
    """A project's score from 0 to 100; None until a review of it is sent."""

    project: int
    scores: tuple[Fraction, ...] = ()  # of each review, in the order of reviews
    score: Fraction | None = None

    @property
    def spread(self) -> Fraction | None:
        """The highest score of a reviewer less the lowest; of one review there is none."""
        return max(self.scores) - min(self.scores) if len(self.scores) > 1 else None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A line with its place; equal scores share the best of their places (1, 2, 2, 4)."""

    line: Line
    place: int | None
    tied: bool = False


def criteria_of(stored: Iterable[Mapping[str, Any]]) -> tuple[Criterion, ...]:
    """The criteria of a call as they are stored; one of no weight or no marks counts for nothing
    and is left out."""
    found = (
        Criterion(
            key=str(one["key"]),
            weight=Fraction(str(one.get("weight", 1))),
            most=int(one.get("most", 10)),
            names={code: str(text) for code, text in dict(one.get("name", {})).items()},
            explanation=str(one.get("explanation", "")),
        )
        for one in stored
    )
    return tuple(one for one in found if one.weight > 0 and one.most > 0)


def marks_complete(marks: Mapping[str, object], criteria: Sequence[Criterion]) -> bool:
    """Whether every criterion has a whole mark within its bounds."""
    return bool(criteria) and all(
        isinstance(mark := marks.get(one.key), int) and 0 <= mark <= one.most for one in criteria
    )
