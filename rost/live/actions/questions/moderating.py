"""What a moderator does with questions: shows, hides, short-lists, puts on the screen, mends."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.live.actions.acting import move
from rost.live.actions.refusals import AlreadyAnswered, EmptyQuestion, LongQuestion, ReasonNeeded
from rost.live.models import Device, Floor, HallQuestion, QuestionState
from rost.live.rules.texts import LONGEST_NAME, LONGEST_QUESTION, clean, clean_line

OFF_THE_LIST = {"shortlisted_at": None, "current": False}


@transaction.atomic
def show(*, question: HallQuestion) -> HallQuestion:
    """A waiting or hidden one; one that was answered is asked anew."""
    held = _locked(question)
    held.state, held.why_hidden = QuestionState.SHOWN, ""
    held.answered_at = None
    held.save(update_fields=["state", "why_hidden", "answered_at"])
    return held


@transaction.atomic
def hide(*, question: HallQuestion, why: str) -> HallQuestion:
    reason = clean_line(why)[:300]
    if not reason:
        raise ReasonNeeded
    held = _locked(question)
    held.state, held.why_hidden = QuestionState.HIDDEN, reason
    held.shortlisted_at, held.current = None, False
    held.save(update_fields=["state", "why_hidden", "shortlisted_at", "current"])
    return held


@transaction.atomic
def shortlist(*, question: HallQuestion, on: bool, now: datetime) -> HallQuestion:
    held = _locked(question)
    if on and held.state == QuestionState.WAITING:
        held.state = QuestionState.SHOWN
    held.shortlisted_at = now if on else None
    held.save(update_fields=["state", "shortlisted_at"])
    return held


@transaction.atomic
def put_on_screen(*, question: HallQuestion) -> HallQuestion:
    """One at a time: the one before it leaves."""
    held = _locked(question)
    if held.state in (QuestionState.WAITING, QuestionState.HIDDEN):
        held.state, held.why_hidden = QuestionState.SHOWN, ""
    elif held.state != QuestionState.SHOWN:
        raise AlreadyAnswered
    HallQuestion.objects.filter(floor=held.floor_id, current=True).update(current=False)
    held.current = True
    held.save(update_fields=["state", "why_hidden", "current"])
    return held


@transaction.atomic
def take_off_screen(*, floor: Floor) -> None:
    move(floor)
    HallQuestion.objects.filter(floor=floor, current=True).update(current=False)


@transaction.atomic
def answered_live(*, question: HallQuestion, now: datetime) -> HallQuestion:
    held = _locked(question)
    held.state, held.answered_at, held.why_hidden = QuestionState.LIVE, now, ""
    held.shortlisted_at, held.current = None, False
    held.save(update_fields=["state", "answered_at", "why_hidden", "shortlisted_at", "current"])
    return held


@transaction.atomic
def redact(*, question: HallQuestion, text: str, name: str, now: datetime) -> HallQuestion:
    """Personal data of others, a misprint: the archive says that a moderator changed it."""
    kept = clean(text)
    if not kept:
        raise EmptyQuestion
    if len(kept) > LONGEST_QUESTION:
        raise LongQuestion(len(kept))
    held = _locked(question)
    held.text, held.name = kept, clean_line(name)[:LONGEST_NAME]
    held.redacted_at = now
    held.save(update_fields=["text", "name", "redacted_at"])
    return held


@transaction.atomic
def silence(*, floor: Floor, device: Device, why: str, now: datetime) -> int:
    """No more from this telephone; its questions that nobody answered go. How many went."""
    Device.objects.filter(pk=device.pk, silenced_at__isnull=True).update(silenced_at=now)
    move(floor)
    own = HallQuestion.objects.filter(
        floor=floor, device=device, state__in=(QuestionState.WAITING, QuestionState.SHOWN)
    )
    return own.update(state=QuestionState.HIDDEN, why_hidden=clean_line(why)[:300], **OFF_THE_LIST)


@transaction.atomic
def let_speak(*, floor: Floor, device: Device) -> None:
    """What was hidden stays hidden until each is shown again."""
    Device.objects.filter(pk=device.pk).update(silenced_at=None)
    move(floor)


def _locked(question: HallQuestion) -> HallQuestion:
    """As it is now, the floor locked and moved."""
    move(Floor(pk=question.floor_id))
    return HallQuestion.objects.select_related("floor").get(pk=question.pk)
