"""What of feedback is a person's own, found by computing the voter's key anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.forum.models import Feedback, Registration

from .asking import voter_of

NOBODY = "-"  # begins the key of an answer that has outlived its author's rows


def answers_by(person: Person) -> QuerySet[Feedback]:
    voters = [voter_of(one) for one in Registration.objects.filter(person=person)]
    return Feedback.objects.filter(voter__in=voters)


def feedback_of(person: Person) -> Iterator[tuple[Cell, ...]]:
    """Forum, session, mark, words, day: in the order of the programme, not of answering."""
    rows = answers_by(person).select_related("edition", "session")
    for row in rows.order_by("edition__starts_on", "session__number", "id"):
        yield (
            row.edition.name,
            row.session.title if row.session is not None else "",
            row.mark,
            row.words,
            row.given_at.astimezone(ZoneInfo(row.edition.timezone)).date(),
        )


def old_feedback(before: datetime) -> QuerySet[Feedback]:
    """Answers to editions that were over by then and still lead to somebody, or have words."""
    ended = Feedback.objects.filter(edition__ends_on__lt=before.date())
    return ended.exclude(voter__startswith=NOBODY, words="")
