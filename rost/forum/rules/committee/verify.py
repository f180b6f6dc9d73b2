"""A second count of the committee's ranking that shares nothing with the first.

Whole numbers only: everything is brought to one denominator, criteria first and reviews second,
and a place is one more than the number of projects that are better, counted pair by pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import lcm

from .model import Criterion, Given, Ranked


def verify(
    ranking: Sequence[Ranked],
    projects: Sequence[int],
    given: Sequence[Given],
    criteria: Sequence[Criterion],
) -> tuple[str, ...]:
    """What is wrong with a ranking; nothing when it is right."""
    faults = []
    if sorted(one.line.project for one in ranking) != sorted(projects):
        faults.append("not every project stands in the ranking once")
    totals = {project: total_of(project, given, criteria) for project in projects}
    for one in ranking:
        project, score = one.line.project, one.line.score
        total, reviews, unit = totals.get(project, (0, 0, 1))
        if (score is None) != (reviews == 0):
            faults.append(f"project {project}: a score without reviews, or none with them")
        elif score is not None and score.numerator * unit * reviews != 100 * total * (
            score.denominator
        ):
            faults.append(f"project {project}: the score is another")
        if one.place != place_of(project, totals):
            faults.append(f"project {project}: the place is another")
    places = [one.place for one in ranking if one.place is not None]
    if places != sorted(places) or any(one.place is not None for one in ranking[len(places) :]):
        faults.append("the lines are not in the order of places")
    return tuple(faults)


def total_of(
    project: int, given: Sequence[Given], criteria: Sequence[Criterion]
) -> tuple[int, int, int]:
    """Sum over criteria and reviews, the number of reviews, and what a full review comes to."""
    unit = lcm(1, *(one.most * one.weight.denominator for one in criteria))
    full = {one.key: int(one.weight * unit) for one in criteria}
    own = [one.marks for one in given if one.project == project]
    total = 0
    for one in criteria:
        total += full[one.key] * sum(marks[one.key] for marks in own) // one.most
    return total, len(own), sum(full.values()) or 1


def place_of(project: int, totals: dict[int, tuple[int, int, int]]) -> int | None:
    total, reviews, _unit = totals.get(project, (0, 0, 1))
    if not reviews:
        return None
    better = 0
    for other, others, _same in totals.values():
        better += bool(others) and other * reviews > total * others
    return better + 1
