"""Answering a poll from a telephone: once each, changed at will while it is open."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from rost.core.language import fold
from rost.live.actions.acting import check_open, move, spend
from rost.live.actions.refusals import AnswerUnfit, PollNotOpen
from rost.live.models import Device, Poll, PollAnswer, PollState
from rost.live.queries.devices import owner_of
from rost.live.queries.doors import Hall
from rost.live.queries.lines import line_before, poll_subject
from rost.live.rules.limits import Outcome, set_aside
from rost.live.rules.polls import NotAnAnswer, read_value


def answer(*, hall: Hall, poll: Poll, device: Device, value: Any, now: datetime) -> Outcome:
    """`value`: the number of an option from 0, a list of them, 1 to 5, words, or yes and no."""
    check_open(hall, now)
    try:
        kept = read_value(poll.kind, value, options=len(poll.options), most=poll.most)
    except NotAnAnswer:
        raise AnswerUnfit from None
    given = PollAnswer.objects.filter(owner_of(device), poll=poll).first()
    if given is not None and given.value == kept:
        return Outcome.ALREADY
    try:
        with transaction.atomic():
            return _keep(hall, poll, device, kept, now)
    except IntegrityError:  # an answer of the same telephone in this very moment
        with transaction.atomic():
            return _keep(hall, poll, device, kept, now)


def _keep(hall: Hall, poll: Poll, device: Device, value: Any, now: datetime) -> Outcome:
    spend(device, now)
    move(hall.floor)
    if not Poll.objects.filter(pk=poll.pk, floor=hall.floor, state=PollState.OPEN).exists():
        raise PollNotOpen
    answers = PollAnswer.objects.filter(poll=poll)
    hidden = _is_hidden(answers, value)
    if answers.filter(owner_of(device)).update(value=value, answered_at=now, hidden=hidden):
        return Outcome.CHANGED
    aside = device.registration_id is None and set_aside(
        line_before(hall, answers, poll_subject(poll.pk), device)
    )
    PollAnswer.objects.create(
        poll=poll,
        device=device,
        registration_id=device.registration_id,
        value=value,
        answered_at=now,
        set_aside=aside,
        hidden=hidden,
    )
    return Outcome.ASIDE if aside else Outcome.COUNTED


def _is_hidden(answers: QuerySet[PollAnswer], value: Any) -> bool:
    """A word that a moderator took off the screen does not come back by being sent again."""
    if not isinstance(value, str):
        return False
    rows = answers.filter(hidden=True).order_by().values_list("value", flat=True)
    return fold(value) in {fold(one) for one in rows}
