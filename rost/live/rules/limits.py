"""How much one telephone and one line may do. Why these numbers: docs/decisions/hall-limits.md."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

MOST_ACTS = 40  # votes, votes taken back and answers of one telephone in a minute
MOST_QUESTIONS = 3  # of one telephone …
QUESTIONS_WITHIN = timedelta(minutes=2)
LINE_QUESTIONS = 10  # of one line in that time, without a badge: more wait for the moderator
LINE_QUESTIONS_AT_ALL = 100  # … and beyond these none is taken (of the hall's line: people)
SAME_BROWSER = 5  # votes for one thing of one line and one browser, without a badge
SAME_LINE = 20  # … of one line, whatever the browsers
NO_LIMIT_KNOWN = 300  # people, where neither the hall nor the moderator tells
LONELY = 10  # votes of one line and browser whose telephones did nothing else: worth a look


class Outcome(StrEnum):
    """What became of a vote or an answer; `already` – it stood there before."""

    COUNTED = "counted"
    ASIDE = "aside"
    ALREADY = "already"
    CHANGED = "changed"


class Ruling(StrEnum):
    """What a moderator decides about votes of one line and browser for one thing."""

    COUNT = "count"  # up to the people in the hall
    LEAVE = "leave"  # what was counted stays counted, what is aside stays aside
    ALL_ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Line:
    """Votes for one thing that came without a badge before this one.

    `ruled` is what a moderator decided about this line and browser, None before.
    """

    same_browser: int  # of this line and this browser
    same_line: int  # of this line
    is_hall: bool
    people: int  # in the hall
    ruled: bool | None = None


def set_aside(line: Line) -> bool:
    """Whether one more vote without a badge is kept aside until a moderator decides.

    >>> set_aside(Line(same_browser=4, same_line=4, is_hall=False, people=300))
    False
    >>> set_aside(Line(same_browser=5, same_line=5, is_hall=False, people=300))
    True
    >>> set_aside(Line(same_browser=250, same_line=299, is_hall=True, people=300))
    False
    """
    if line.ruled is not None:
        return not line.ruled or line.same_line >= line.people
    if line.is_hall:
        return line.same_line >= line.people
    return line.same_browser >= SAME_BROWSER or line.same_line >= SAME_LINE


def worth_a_look(*, aside: int, lonely: int, counted: int) -> bool:
    """Whether votes of one line and browser are shown to the moderator."""
    return aside > 0 or (lonely >= LONELY and 2 * lonely >= counted)
