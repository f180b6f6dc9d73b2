"""Checklists and terms of seals: lists of data/, each row with its days."""

from __future__ import annotations

import csv
from datetime import date
from functools import lru_cache
from pathlib import Path

from rost.library.rules.review import Question, SealTerm

DATA = Path(__file__).resolve().parent.parent.parent / "data"
LANGUAGES = ("ru", "ba", "en")


def edition_on(day: date) -> int:
    """The latest checklist in force; a review keeps the one that it was begun with."""
    return max((one.edition for one in every_question() if one.in_force(day)), default=1)


def questions_of(edition: int) -> tuple[Question, ...]:
    return tuple(one for one in every_question() if one.edition == edition)


def months_of(level: str, day: date) -> int:
    """For how many months a seal of this level is given on the day."""
    known = [
        one
        for one in every_term()
        if one.level == level
        and one.valid_from <= day
        and (one.valid_to is None or day <= one.valid_to)
    ]
    return max(known, key=lambda one: one.valid_from).months


@lru_cache(maxsize=1)
def every_question() -> tuple[Question, ...]:
    return tuple(
        Question(
            edition=int(row["edition"]),
            number=int(row["number"]),
            key=row["key"],
            obligatory=row["obligatory"] == "1",
            questions={code: row[f"question_{code}"] for code in LANGUAGES},
            hints={code: row[f"hint_{code}"] for code in LANGUAGES},
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=day_of(row["valid_to"]),
        )
        for row in rows("checklist.csv")
    )


@lru_cache(maxsize=1)
def every_term() -> tuple[SealTerm, ...]:
    return tuple(
        SealTerm(
            level=row["level"],
            months=int(row["months"]),
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=day_of(row["valid_to"]),
        )
        for row in rows("seals.csv")
    )


def day_of(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))
