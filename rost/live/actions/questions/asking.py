"""Asking from a telephone: sent as often as the line needs, kept once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.db.models import Q

from rost.core.language import known_language
from rost.live.actions.acting import check_open, move, spend
from rost.live.actions.refusals import (
    EmptyQuestion,
    LineFlooded,
    LongQuestion,
    NameNeeded,
    NoQuestions,
    TooManyQuestions,
)
from rost.live.models import Device, HallQuestion, Naming, QuestionState
from rost.live.queries.doors import Hall
from rost.live.rules.limits import (
    LINE_QUESTIONS,
    LINE_QUESTIONS_AT_ALL,
    MOST_QUESTIONS,
    QUESTIONS_WITHIN,
)
from rost.live.rules.texts import (
    LONGEST_NAME,
    LONGEST_QUESTION,
    TOLD_APART,
    clean,
    clean_line,
)

OF_FLOORS = UUID("0d5a3f0e-2b3c-4a55-9a5e-6b1f0a7c9d42")


@dataclass(frozen=True, slots=True)
class Asked:
    """The question as it is kept; `new` is False where it had come before."""

    question: HallQuestion
    new: bool


def ask(
    *, hall: Hall, device: Device, id: UUID, text: str, name: str, language: str, now: datetime
) -> Asked:
    """`id` is made on the telephone: the same one again, also later, is the same question.

    One that begins like another question's here, or is taken at another hall, gives way to `_own`:
    telephones tell the questions of a hall apart by the first signs alone.
    """
    known = _known(hall, id)
    if known is not None:
        return Asked(known, new=False)
    check_open(hall, now)
    question = HallQuestion(
        id=id,
        floor=hall.floor,
        text=_text(hall, text),
        name=_name(hall, name),
        language=known_language(language),
        asked_at=now,
    )
    try:
        with transaction.atomic():
            _keep(hall, device, question, now)
    except IntegrityError:  # the same question by another way in this very moment
        known = _known(hall, id)
        if known is None:
            raise
        return Asked(known, new=False)
    return Asked(question, new=True)


def _known(hall: Hall, id: UUID) -> HallQuestion | None:
    return HallQuestion.objects.filter(floor=hall.floor, pk__in=(id, _own(hall, id))).first()


def _own(hall: Hall, id: UUID) -> UUID:
    """The same for the same floor and number, and nobody's choice."""
    return uuid5(OF_FLOORS, f"{hall.floor.pk}:{id}")


def _is_taken(hall: Hall, id: UUID) -> bool:
    first = id.hex[:TOLD_APART]
    least, most = (UUID(first + one * (32 - TOLD_APART)) for one in "0f")
    alike = Q(floor=hall.floor, pk__range=(least, most)) & ~Q(pk=id)
    elsewhere = Q(pk=id) & ~Q(floor=hall.floor)
    return HallQuestion.objects.filter(alike | elsewhere).exists()


def _keep(hall: Hall, device: Device, question: HallQuestion, now: datetime) -> None:
    spend(device, now)
    move(hall.floor)
    recent = HallQuestion.objects.filter(asked_at__gt=now - QUESTIONS_WITHIN)
    if recent.filter(device=device).count() >= MOST_QUESTIONS:
        raise TooManyQuestions
    waits = hall.floor.moderated
    if device.registration_id is None:
        waits = _flooded(hall, device, now) or waits
    if _is_taken(hall, question.id):
        question.id = _own(hall, question.id)
    question.device = device
    question.registration_id = device.registration_id
    question.state = QuestionState.WAITING if waits else QuestionState.SHOWN
    question.save(force_insert=True)


def _flooded(hall: Hall, device: Device, now: datetime) -> bool:
    """Many strangers' questions from one line wait for the moderator: none is lost."""
    came = HallQuestion.objects.filter(
        floor=hall.floor,
        registration__isnull=True,
        device__network=device.network,
        asked_at__gt=now - QUESTIONS_WITHIN,
    ).count()
    is_hall = bool(device.network) and device.network == hall.floor.hall_network
    most = max(LINE_QUESTIONS_AT_ALL, hall.people) if is_hall else LINE_QUESTIONS_AT_ALL
    if came >= most:
        raise LineFlooded
    return came >= (LINE_QUESTIONS_AT_ALL if is_hall else LINE_QUESTIONS)


def _text(hall: Hall, text: str) -> str:
    if not hall.floor.takes_questions:
        raise NoQuestions
    kept = clean(text)
    if not kept:
        raise EmptyQuestion
    if len(kept) > LONGEST_QUESTION:
        raise LongQuestion(len(kept))
    return kept


def _name(hall: Hall, name: str) -> str:
    kept = clean_line(name)[:LONGEST_NAME]
    if hall.floor.naming == Naming.ANONYMOUS:
        return ""
    if hall.floor.naming == Naming.SIGNED and not kept:
        raise NameNeeded
    return kept
