"""Lifting a question, once each: one vote a telephone and one a badge."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from rost.live.actions.acting import check_open, move, spend
from rost.live.actions.refusals import QuestionGone
from rost.live.models import Device, HallQuestion, QuestionState, QuestionVote
from rost.live.queries.devices import owner_of
from rost.live.queries.doors import Hall
from rost.live.queries.lines import line_before, question_subject
from rost.live.rules.limits import Outcome, set_aside


def vote(*, hall: Hall, question: HallQuestion, device: Device, now: datetime) -> Outcome:
    """Given again it is the same vote; a doubtful one is kept, and not counted until decided."""
    if _given(question, device):
        return Outcome.ALREADY
    check_open(hall, now)
    try:
        with transaction.atomic():
            return _give(hall, question, device, now)
    except IntegrityError:  # the same vote by another way in this very moment
        if not _given(question, device):
            raise
        return Outcome.ALREADY


def take_back(*, hall: Hall, question: HallQuestion, device: Device, now: datetime) -> bool:
    """False where there was no vote; that of the same badge on another telephone goes as well."""
    if not _given(question, device):
        return False
    check_open(hall, now)
    with transaction.atomic():
        spend(device, now)
        move(hall.floor)
        rows = QuestionVote.objects.filter(owner_of(device), question=question)
        counted = sum(not one.set_aside for one in rows)
        gone, _by_model = rows.delete()
        HallQuestion.objects.filter(pk=question.pk).update(counted=F("counted") - counted)
    return gone > 0


def _given(question: HallQuestion, device: Device) -> bool:
    return QuestionVote.objects.filter(owner_of(device), question=question).exists()


def _give(hall: Hall, question: HallQuestion, device: Device, now: datetime) -> Outcome:
    spend(device, now)
    move(hall.floor)
    votes = QuestionVote.objects.filter(question=question)
    if device.registration_id is None:
        aside = set_aside(line_before(hall, votes, question_subject(question.pk), device))
    else:
        aside = False
        if votes.filter(registration=device.registration_id).exists():
            return Outcome.ALREADY
    shown = HallQuestion.objects.filter(pk=question.pk, state=QuestionState.SHOWN)
    if not shown.update(counted=F("counted") + int(not aside)):
        raise QuestionGone
    QuestionVote.objects.create(
        question=question,
        device=device,
        registration_id=device.registration_id,
        voted_at=now,
        set_aside=aside,
    )
    return Outcome.ASIDE if aside else Outcome.COUNTED
