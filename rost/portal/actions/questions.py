"""Asking an expert about what the search did not find, and answering."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.catalogue.models import Card, SearchQuestion
from rost.directory.models import Person
from rost.directory.queries.days_off import term_of
from rost.directory.queries.visitors import local_day
from rost.portal.messages import tell_answered, tell_asked
from rost.portal.rules import MOST_OPEN, WORKING_DAYS
from rost.ui.refusals import Refusal


class TooManyOpen(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "As many of your questions wait for an answer as can wait at once. What you wrote "
                "stands below: copy it, and send it when one of them is answered."
            )
        )


class NothingSaid(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Write an answer, or point to a page that answers, or both."))


class AnsweredAlready(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Somebody has answered this question meanwhile. Your text stands below: copy it.")
        )


@transaction.atomic
def ask(*, person: Person, query: str, text: str, language: str, now: datetime) -> SearchQuestion:
    """Sent twice, it is one question."""
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    waiting = SearchQuestion.objects.filter(person=person, answered_at__isnull=True)
    if (there := waiting.filter(text=text).first()) is not None:
        return there
    if waiting.count() >= MOST_OPEN:
        raise TooManyOpen
    question = SearchQuestion.objects.create(
        person=person,
        query=query[:1000],
        text=text,
        language=language,
        asked_at=now,
        due_on=term_of(local_day(now), WORKING_DAYS),
    )
    tell_asked(question, now=now)
    return question


@transaction.atomic
def answer(
    *, question: SearchQuestion, by: Person, text: str, card: Card | None, now: datetime
) -> SearchQuestion:
    """In words, by a page that answers, or both; the first answer stands."""
    if not text and card is None:
        raise NothingSaid
    rows = SearchQuestion.objects.select_for_update(of=("self",)).select_related("person")
    question = rows.get(pk=question.pk)
    if question.answered_at is not None:
        raise AnsweredAlready
    question.answer, question.card = text, card
    question.answered_by, question.answered_at = by, now
    question.save(update_fields=("answer", "card", "answered_by", "answered_at"))
    tell_answered(question, now=now)
    return question


def erase_questions(person: Person, now: datetime) -> int:
    """Questions go with who asked them."""
    return SearchQuestion.objects.filter(person=person).delete()[0]


def destroy_questions(before: datetime, now: datetime) -> int:
    return SearchQuestion.objects.filter(answered_at__lt=before).delete()[0]


def erase_answers(person: Person, now: datetime) -> int:
    """An answer given to somebody stays theirs, without a name."""
    return SearchQuestion.objects.filter(answered_by=person).update(answered_by=None)
