"""Questions about what was not found: one's own, and those that wait for an expert."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import QuerySet

from rost.catalogue.models import SearchQuestion
from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.directory.rules import Visitor, may
from rost.portal.rules import ANSWER_QUESTIONS

LATEST = 50
WITH_ALL = ("person", "card", "answered_by")


def questions_of(person: Person) -> QuerySet[SearchQuestion]:
    """One's own, the latest first."""
    rows = SearchQuestion.objects.filter(person=person).select_related("card")
    return rows.order_by("-asked_at", "-pk")


def get_question_for(visitor: Visitor, number: int) -> SearchQuestion | None:
    """For whoever asked it; experts have the desk."""
    if visitor.person is None:
        return None
    rows = SearchQuestion.objects.filter(person=visitor.person, pk=number)
    return rows.select_related(*WITH_ALL).first()


def get_task_for(visitor: Visitor, number: int) -> SearchQuestion | None:
    """For whoever answers questions."""
    if not may(visitor, ANSWER_QUESTIONS):
        return None
    return SearchQuestion.objects.filter(pk=number).select_related(*WITH_ALL).first()


def waiting() -> list[SearchQuestion]:
    """The nearest term first, so that what is late stands above."""
    rows = SearchQuestion.objects.filter(answered_at__isnull=True).select_related("person")
    return list(rows.order_by("due_on", "asked_at", "pk"))


def waiting_count() -> int:
    return SearchQuestion.objects.filter(answered_at__isnull=True).count()


def answered_lately() -> list[SearchQuestion]:
    rows = SearchQuestion.objects.filter(answered_at__isnull=False).select_related(*WITH_ALL)
    return list(rows.order_by("-answered_at", "-pk")[:LATEST])


def is_late(question: SearchQuestion, day: date) -> bool:
    return question.answered_at is None and question.due_on < day


def old_questions(before: datetime) -> int:
    return SearchQuestion.objects.filter(answered_at__lt=before).count()


def questions_kept(person: Person) -> Iterator[tuple[Cell, ...]]:
    for one in questions_of(person).order_by("asked_at", "pk"):
        yield (one.text, one.query, one.asked_at, one.answer)


def answers_kept(person: Person) -> Iterator[tuple[Cell, ...]]:
    """What the person answered to others, without their questions."""
    rows = SearchQuestion.objects.filter(answered_by=person).order_by("answered_at", "pk")
    for one in rows:
        yield (one.answered_at, one.answer)
