"""Answers that were promised in writing: whose they are, and which are late."""

from __future__ import annotations

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from rost.core.programme.model import Part
from rost.directory.models import Person
from rost.directory.rules import Visitor
from rost.forum.models import Contribution, Edition, Session
from rost.live.models import HallQuestion, QuestionState
from rost.live.queries.doors import keeps

WITH_ALL = ("floor__session__edition", "owner", "registration__person")


def answers_due(person: Person) -> list[HallQuestion]:
    """What the person still owes, the nearest day first; one query."""
    rows = _due().filter(owner=person).select_related("floor__session__edition")
    return list(rows.order_by("due_on", "asked_at"))


def answers_of(edition: Edition) -> list[HallQuestion]:
    """Of the whole edition: what is owed first, by day, then what has been written."""
    rows = HallQuestion.objects.filter(
        floor__session__edition=edition, state__in=(QuestionState.LATER, QuestionState.WRITTEN)
    )
    found = rows.select_related("floor__session", "owner").order_by("due_on", "asked_at")
    return sorted(found, key=lambda one: one.state != QuestionState.LATER)


def due_until(day: date) -> QuerySet[HallQuestion]:
    """Tasks whose day is not later than this one, with everything a reminder says."""
    return _due().filter(due_on__lte=day, owner__isnull=False).select_related(*WITH_ALL)


def is_late(question: HallQuestion, today: date) -> bool:
    return (
        question.state == QuestionState.LATER
        and question.due_on is not None
        and question.due_on < today
    )


def get_task_for(visitor: Visitor, slug: str, question: UUID) -> HallQuestion | None:
    """The question for whoever answers it, or keeps the hall; to others it is not there."""
    found = (
        HallQuestion.objects.filter(floor__session__edition__slug=slug, pk=question)
        .filter(state__in=(QuestionState.LATER, QuestionState.WRITTEN))
        .select_related(*WITH_ALL)
        .first()
    )
    if found is None or visitor.person is None:
        return None
    own = found.owner_id == visitor.person.pk
    return found if own or keeps(visitor, found.floor) else None


def possible_owners(session: Session) -> list[Person]:
    """People of the session, those who speak before those who moderate."""
    rows = Contribution.objects.filter(session=session).select_related("person")
    ordered = sorted(rows, key=lambda one: (one.part == Part.MODERATOR, one.position, one.pk))
    return list(dict.fromkeys(one.person for one in ordered if one.person.is_active))


def zone_of(question: HallQuestion) -> ZoneInfo:
    return ZoneInfo(question.floor.session.edition.timezone)


def _due() -> QuerySet[HallQuestion]:
    return HallQuestion.objects.filter(state=QuestionState.LATER)
