"""What all answers come to; few answers are a number and nothing more."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count

from rost.core.programme.model import Session as Planned
from rost.forum.models import Contribution, Edition, Feedback, Session
from rost.forum.queries.attendance.marks import presence_of
from rost.forum.queries.published import published_of
from rost.forum.rules.agenda import can_be_picked
from rost.forum.rules.feedback import MARKS, Tally, tally

HEIGHT = 24  # of the small plot, in its own units
STEP = 12


@dataclass(frozen=True, slots=True)
class Bar:
    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Line:
    """One session, or the whole forum (no session): its answers beside who was there."""

    planned: Planned | None
    tally: Tally
    present: int

    @property
    def share(self) -> int | None:
        """Of those present, in whole percent; answers may come from people no door has seen."""
        return round(100 * self.tally.answers / self.present) if self.present else None

    @property
    def counts(self) -> list[tuple[int, int]]:
        return [(mark, self.tally.counts[mark]) for mark in MARKS]

    @property
    def bars(self) -> list[Bar]:
        """The worst mark at the left, the best at the right, the most frequent at full height."""
        most = max(self.tally.counts.values()) or 1
        heights = [round(HEIGHT * self.tally.counts[mark] / most) for mark in reversed(MARKS)]
        return [Bar(STEP * n, HEIGHT - height, height) for n, height in enumerate(heights)]


@dataclass(frozen=True, slots=True)
class Results:
    forum: Line
    sessions: list[Line]

    @property
    def answers(self) -> int:
        return self.forum.tally.answers + sum(one.tally.answers for one in self.sessions)

    def line(self, code: str) -> Line | None:
        found = (one for one in self.sessions if one.planned and one.planned.code == code)
        return next(found, None)


def results_of(edition: Edition) -> Results:
    """Every published session in order of time; as many queries however many answers."""
    rows = (
        Feedback.objects.filter(edition=edition)
        .order_by()
        .values_list("session__code", "mark")
        .annotate(people=Count("pk"))
    )
    given: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for code, mark, people in rows:
        given[code or ""].append((mark, people))
    presence = presence_of(edition)
    there = Counter(code for one in presence.values() for code in one.sessions)
    came = sum(bool(one.days) for one in presence.values())
    published = published_of(edition)
    planned = [
        one for one in (published.sessions.values() if published else ()) if can_be_picked(one)
    ]
    return Results(
        forum=Line(None, tally(given[""]), came),
        sessions=[Line(one, tally(given[one.code]), there[one.code]) for one in planned],
    )


def words_of(edition: Edition) -> dict[str, list[tuple[int, str]]]:
    """Marks and words by code of the session, "" for the forum; one query.

    In the order of marks and of the alphabet: the order of arrival would tell too much.
    """
    rows = Feedback.objects.filter(edition=edition).exclude(words="").order_by()
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for code, mark, words in rows.values_list("session__code", "mark", "words"):
        found[code or ""].append((mark, words))
    return {
        code: sorted(own, key=lambda one: (-one[0], one[1].casefold()))
        for code, own in found.items()
    }


def takes_part(person_id: int, session: Session) -> bool:
    """Whether somebody has a part in the session: its people read what was said of it."""
    return Contribution.objects.filter(session=session, person=person_id).exists()
