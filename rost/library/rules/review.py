"""Reviewing a practice: the checklist, levels of evidence, the seal and its days, conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from rost.core.passport import Passport

from .adoption import months_later

YES, NO, UNFIT = "yes", "no", "unfit"
ANSWERS = (YES, NO, UNFIT)
TOLD, SHOWN, MEASURED, REPEATED = "told", "shown", "measured", "repeated"
LEVELS = (TOLD, SHOWN, MEASURED, REPEATED)  # from the weakest to the strongest

WORKING_DAYS = 10  # for a review, from the day it is sent or taken
SOON = timedelta(days=30)  # a seal that ends, a look that is due
LOOK_BEFORE = timedelta(days=60)  # the next look is due so long before the seal ends
STALE = timedelta(days=60)  # a reminder that nobody sent for so long is not sent any more
LONGEST_NOTE, LONGEST_REMARK, LONGEST_REMARKS = 500, 1000, 4000
LONGEST_REASON, LONGEST_BASIS = 2000, 300


@dataclass(frozen=True, slots=True)
class Question:
    """One line of a checklist; `obligatory`: with «no» the practice is not published."""

    edition: int
    number: int
    key: str
    obligatory: bool
    questions: Mapping[str, str]  # by language
    hints: Mapping[str, str]
    valid_from: date
    valid_to: date | None = None

    def text(self, language: str) -> str:
        return self.questions.get(language) or self.questions["ru"]

    def hint(self, language: str) -> str:
        return self.hints.get(language) or self.hints["ru"]

    def in_force(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class SealTerm:
    """For how many months a level is believed."""

    level: str
    months: int
    valid_from: date
    valid_to: date | None = None


class Clash(StrEnum):
    """Why somebody may not review a practice."""

    AUTHOR = "author"
    PLACE = "place"  # holds a post in its municipality or in the district it lies in
    ORGANISATION = "organisation"


def tidy_answers(questions: Iterable[Question], sent: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept of a sent checklist: answers of the list and notes, of known questions."""
    kept = {}
    for one in questions:
        row = sent.get(one.key)
        if not isinstance(row, Mapping):
            continue
        answer, note = row.get("answer"), str(row.get("note") or "").strip()[:LONGEST_NOTE]
        if answer in ANSWERS or note:
            kept[one.key] = {"answer": answer if answer in ANSWERS else "", "note": note}
    return kept


def answer_of(checklist: Mapping[str, Any], key: str) -> str:
    row = checklist.get(key)
    return str(row.get("answer", "")) if isinstance(row, Mapping) else ""


def unanswered(questions: Sequence[Question], checklist: Mapping[str, Any]) -> list[Question]:
    return [one for one in questions if answer_of(checklist, one.key) not in ANSWERS]


def forbidding(questions: Sequence[Question], checklist: Mapping[str, Any]) -> list[Question]:
    """Obligatory questions answered «no»."""
    return [one for one in questions if one.obligatory and answer_of(checklist, one.key) == NO]


def levels_open(passport: Passport, *, has_proof: bool, repeated: bool) -> tuple[str, ...]:
    """Levels that what is there allows a reviewer to give.

    Shown needs a photograph, a file or a video; measured an indicator with «before» and «after»;
    repeated a result told by a place that adopted it.
    """
    measured = any(one.before.strip() and one.after.strip() for one in passport.results)
    allowed = {TOLD: True, SHOWN: has_proof, MEASURED: measured, REPEATED: repeated}
    return tuple(one for one in LEVELS if allowed[one])


def seal_until(months: int, day: date) -> date:
    """
    >>> seal_until(12, date(2020, 2, 29))
    datetime.date(2021, 2, 28)
    """
    return months_later(day, months)


def usual_look(until: date) -> date:
    return until - LOOK_BEFORE


def seal_reminder(*, until: date, sent: frozenset[str], today: date) -> str | None:
    """The one reminder of a seal to send now: that of the day outdates the one before it."""
    for kind, since, to in (
        ("day", until, until + STALE),
        ("before", until - SOON, until),
    ):
        name = f"seal:{until.isoformat()}:{kind}"
        if since <= today < to:
            return None if name in sent else name
    return None


def clash_of(
    *,
    reviewer: int,
    authors: frozenset[int],
    posts: frozenset[int],
    places: frozenset[int],
    organisations: frozenset[int],
    organisation: int | None,
) -> Clash | None:
    """`posts` are municipalities where the reviewer holds a post, `places` that of the practice
    and the district it lies in; `organisations` those of the reviewer's posts."""
    if reviewer in authors:
        return Clash.AUTHOR
    if posts & places:
        return Clash.PLACE
    if organisation is not None and organisation in organisations:
        return Clash.ORGANISATION
    return None
