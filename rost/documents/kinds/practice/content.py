"""What a practice says on one sheet: the page, the notice board, the slide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One indicator: before and after with their unit, or words alone."""

    indicator: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PracticeSheet:
    """Texts are in the practice's language and already as short as the sheet asks; `cost` and
    `date` are in the paper's. Empty ones are left out."""

    title: str
    place: str
    year: str
    cost: str
    problem: str
    solution: str
    steps: tuple[str, ...]
    results: tuple[Result, ...]
    lesson: str  # risks and mistakes
    needs: str  # what others need to repeat it
    contact: str
    address: str  # of its page, in the square code
    address_shown: str
    language: str  # of the texts, where it is not that of the paper
    demonstration: bool
