"""One reviewer's list, and what others have given once the reviewer has sent their own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rost.directory.models import Person
from rost.forum.models import Call, Project, Review
from rost.forum.rules.committee import Given, criteria_of, solve, turn_of

from .conflicts import Why, conflicts_of
from .doors import UNDER_REVIEW
from .ranking import given_of


@dataclass(frozen=True, slots=True)
class Offered:
    project: Project
    reviews: int  # sent by all
    begun: bool


@dataclass(frozen=True, slots=True)
class Reviewing:
    """What waits for the reviewer, what they have sent, and what they must not mark."""

    waiting: tuple[Offered, ...]
    sent: tuple[Project, ...]
    closed: tuple[tuple[Project, Why], ...]


def reviewing_of(call: Call, person: Person, day: date) -> Reviewing:
    """Seven queries, however many projects; those decided upon wait for nobody."""
    projects = list(
        Project.objects.filter(call=call, state__in=UNDER_REVIEW)
        .select_related("municipality__parent", "organisation")
        .order_by("sent_at", "id")
    )
    conflicts = conflicts_of(projects, person, day)
    sent_by_all = Counter(
        Review.objects.filter(project__call=call, sent_at__isnull=False)
        .order_by()
        .values_list("project_id", flat=True)
    )
    mine = {
        one.project_id: one for one in Review.objects.filter(reviewer=person, project__call=call)
    }
    sent = [one for one in projects if (own := mine.get(one.pk)) is not None and own.sent_at]
    waiting = [
        Offered(one, sent_by_all[one.pk], begun=one.pk in mine)
        for one in projects
        if one.state == "sent" and one not in sent and one.pk not in conflicts
    ]
    waiting.sort(
        key=lambda one: turn_of(
            reviews=one.reviews,
            wanted=call.reviews_wanted,
            reviewer=person.pk,
            code=one.project.code,
        )
    )
    return Reviewing(
        waiting=tuple(waiting),
        sent=tuple(one for one in sent if one.pk not in conflicts),
        closed=tuple((one, conflicts[one.pk]) for one in projects if one.pk in conflicts),
    )


@dataclass(frozen=True, slots=True)
class Others:
    """What the others gave, without their names, and the score by now."""

    marks: tuple[Given, ...]
    words: tuple[str, ...]
    score: Fraction | None


def others_marks(review: Review) -> Others | None:
    """None until the reviewer has sent their own: nobody marks with an eye on the rest."""
    if review.sent_at is None:
        return None
    project = review.project
    given = given_of(project.call, project=project)
    [line] = solve([project.pk], given, criteria_of(project.call.criteria))
    words = (
        Review.objects.filter(project=project, sent_at__isnull=False)
        .exclude(pk=review.pk)
        .exclude(to_committee="")
        .order_by("id")
    )
    return Others(
        marks=tuple(one for one in given if one.review != review.pk),
        words=tuple(words.values_list("to_committee", flat=True)),
        score=line.line.score,
    )
