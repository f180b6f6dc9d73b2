"""When answers are taken, who of the readers sees what, and what the answers come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

MARKS = (5, 4, 3, 2, 1)  # the best first, as the page offers them
OPEN_FOR = timedelta(days=14)  # after the last day of the forum
LEAST_ANSWERS = 5  # fewer answers are shown as their number alone


class Standing(StrEnum):
    EARLY = "early"
    OPEN = "open"
    OVER = "over"


def closes_at(ends_on: date, timezone: str) -> datetime:
    """The midnight that ends the fourteenth day after the forum."""
    last = ends_on + OPEN_FOR + timedelta(days=1)
    return datetime.combine(last, time.min, ZoneInfo(timezone))


def standing(
    *, opens_at: datetime, closes_at: datetime, now: datetime, any_time: bool = False
) -> Standing:
    """`any_time` is for demonstrations, which are walked long after their dates."""
    if now < opens_at:
        return Standing.EARLY
    return Standing.OPEN if now < closes_at or any_time else Standing.OVER


@dataclass(frozen=True, slots=True)
class Tally:
    """How many gave each mark, 1 … 5; mean and median are those of the usual definitions."""

    counts: Mapping[int, int]

    @property
    def answers(self) -> int:
        return sum(self.counts.values())

    @property
    def shown(self) -> bool:
        return self.answers >= LEAST_ANSWERS

    @property
    def mean(self) -> float | None:
        total = sum(mark * people for mark, people in self.counts.items())
        return total / self.answers if self.answers else None

    @property
    def median(self) -> float | None:
        """The middle mark; of an even number of answers the mean of the middle two."""
        marks = [mark for mark in sorted(self.counts) for _one in range(self.counts[mark])]
        if not marks:
            return None
        middle = len(marks) // 2
        return float(marks[middle]) if len(marks) % 2 else (marks[middle - 1] + marks[middle]) / 2


def tally(marks: Iterable[tuple[int, int]]) -> Tally:
    """Of pairs of a mark and how many gave it."""
    counts = dict.fromkeys(MARKS, 0)
    for mark, people in marks:
        counts[mark] += people
    return Tally(counts)
