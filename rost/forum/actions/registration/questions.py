"""What the registration page asks."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from rost.forum.actions.locking import lock_edition
from rost.forum.models import Edition, Question, QuestionTopic
from rost.ui.refusals import Refusal


class QuestionTaken(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This question is asked already."))


@transaction.atomic
def add_question(
    *,
    edition: Edition,
    topic: QuestionTopic | str,
    text: str,
    choices: Sequence[str] = (),
    required: bool = False,
) -> Question:
    """A new question at the end; with choices, one of them is picked."""
    edition = lock_edition(edition)
    text = " ".join(text.split())
    if Question.objects.filter(edition=edition, text=text).exists():
        raise QuestionTaken
    last = Question.objects.filter(edition=edition).aggregate(last=Max("position"))["last"]
    return Question.objects.create(
        edition=edition,
        topic=topic,
        text=text,
        choices=list(dict.fromkeys(one.strip() for one in choices if one.strip())),
        required=required,
        position=0 if last is None else last + 1,
    )


def remove_question(*, question: Question) -> None:
    """Ask it no more; what was answered is not shown any longer."""
    question.delete()
