"""The weighted mean over sent reviews; docs/algorithms/committee.md says it in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from rost.core.language import number_text

from .model import Criterion, Given, Line, Ranked, Step

FULL = 100


def solve(
    projects: Sequence[int], given: Iterable[Given], criteria: Sequence[Criterion]
) -> tuple[Ranked, ...]:
    """Every project with its score and place, best first, those without a score last."""
    reviews: defaultdict[int, list[Given]] = defaultdict(list)
    for one in given:
        reviews[one.project].append(one)
    return rank([line_of(project, reviews[project], criteria) for project in projects])


def line_of(project: int, reviews: Sequence[Given], criteria: Sequence[Criterion]) -> Line:
    scores = tuple(score_of(one.marks, criteria) for one in reviews)
    return Line(project, scores, sum(scores, Fraction(0)) / len(scores) if scores else None)


def score_of(marks: Mapping[str, int], criteria: Sequence[Criterion]) -> Fraction:
    """One review from 0 to 100: each mark as a share of its most, by weight."""
    whole = sum((one.weight for one in criteria), Fraction(0))
    shares = (one.weight * Fraction(marks[one.key], one.most) for one in criteria)
    return sum(shares, Fraction(0)) / whole * FULL


def rank(lines: Iterable[Line]) -> tuple[Ranked, ...]:
    """By the exact score, not the rounded one; projects of one score stay in the given order."""
    lines = list(lines)
    scored = sorted(
        (one for one in lines if one.score is not None), key=lambda one: -(one.score or 0)
    )
    scores = [one.score for one in scored]
    ranked = [
        Ranked(one, scores.index(one.score) + 1, scores.count(one.score) > 1) for one in scored
    ]
    return (*ranked, *(Ranked(one, None) for one in lines if one.score is None))


def steps_of(reviews: Sequence[Given], criteria: Sequence[Criterion]) -> tuple[Step, ...]:
    """The worked formula, criterion by criterion; its points add up to the score."""
    whole = sum((one.weight for one in criteria), Fraction(0))
    steps = []
    for one in criteria:
        marks = tuple(review.marks[one.key] for review in reviews)
        mean = Fraction(sum(marks), len(marks))
        steps.append(Step(one, marks, mean, mean / one.most * one.weight / whole * FULL))
    return tuple(steps)


def score_text(value: Fraction | None, language: str = "ru", digits: int = 2) -> str:
    """Rounded half up to so many decimals, zeros at the end left out.

    >>> score_text(Fraction(2, 3))
    '0,67'
    >>> score_text(Fraction(125, 1000)), score_text(Fraction(80))
    ('0,13', '80')
    """
    if value is None:
        return "–"
    scaled = int(value * 10**digits + Fraction(1, 2))
    whole, rest = divmod(scaled, 10**digits)
    tail = f"{rest:0{digits}}".rstrip("0")
    point = "." if language == "en" else ","
    return number_text(whole, language) + (f"{point}{tail}" if tail else "")
