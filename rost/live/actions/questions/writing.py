"""A question answered later in writing: a task with an owner and a day, then an answer."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from rost.directory.models import Person
from rost.live.actions.acting import move
from rost.live.actions.refusals import (
    AlreadyAnswered,
    EmptyAnswer,
    OwnerNeeded,
    QuestionTakenBack,
)
from rost.live.messages.tasks import tell_asker, tell_owner
from rost.live.models import Floor, HallQuestion, QuestionState
from rost.live.queries.tasks import WITH_ALL
from rost.live.rules.texts import clean

USUAL_TERM = timedelta(days=14)
MOST_LINES = 200
LONGEST_ANSWER = 10_000


@transaction.atomic
def answer_later(
    *, question: HallQuestion, owner: Person | None, due_on: date | None, now: datetime
) -> HallQuestion:
    """Gives the task, or hands it to another owner or day; the owner is told each time."""
    if owner is None or due_on is None:
        raise OwnerNeeded
    held = _locked(question)
    if held.state == QuestionState.WRITTEN:
        raise AlreadyAnswered
    held.state, held.owner, held.due_on = QuestionState.LATER, owner, due_on
    held.why_hidden, held.shortlisted_at, held.current = "", None, False
    held.save(update_fields=["state", "owner", "due_on", "why_hidden", "shortlisted_at", "current"])
    tell_owner(held, now=now)
    return held


@transaction.atomic
def write_answer(*, question: HallQuestion, text: str, now: datetime) -> HallQuestion:
    """Published in the archive at once; written again it is changed, the asker is told once."""
    kept = clean(text, lines=MOST_LINES)[:LONGEST_ANSWER]
    if not kept:
        raise EmptyAnswer
    held = _locked(question)
    if held.state not in (QuestionState.LATER, QuestionState.WRITTEN):
        raise QuestionTakenBack
    held.answer, held.answered_at = kept, now
    held.state = QuestionState.WRITTEN
    held.save(update_fields=["answer", "answered_at", "state"])
    tell_asker(held, now=now)
    return held


def _locked(question: HallQuestion) -> HallQuestion:
    move(Floor(pk=question.floor_id))
    return HallQuestion.objects.select_related(*WITH_ALL).get(pk=question.pk)
