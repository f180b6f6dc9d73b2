"""Saying how a session or the forum was: one answer each, changed and taken back at will.

The moment of an answer is kept as a day: finer ones, beside a list of who was in the hall, would
tell who answered.
"""

from __future__ import annotations

import secrets
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Person
from rost.forum.messages.feedback import tell_of_feedback
from rost.forum.models import Edition, Feedback, Registration, RegistrationStatus, Session
from rost.forum.queries.attendance.marks import presence_of
from rost.forum.queries.feedback import answer_of, asked, may_answer, old_feedback, voter_of
from rost.forum.queries.feedback.personal import NOBODY, answers_by
from rost.forum.rules.feedback import MARKS, Standing
from rost.ui.refusals import Refusal

LONGEST = 2000  # signs of words


class OnlyParticipants(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Only those registered to this forum are asked. Nothing was saved."))


class NotAsked(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Nobody is asked about this: it is a break, cancelled, or not in the programme.")
        )


class TooEarly(Refusal):
    def __init__(self) -> None:
        super().__init__(_("It has not begun yet: come back once you have seen it."))


class TooLate(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Answers are not taken any more. What you have said before stays."))


class MarkNeeded(Refusal):
    """Words without a mark, or a mark that is none."""

    def __init__(self) -> None:
        super().__init__(_("Press one of the five buttons first; then write, if you like."))


@transaction.atomic
def give_mark(
    *, registration: Registration, session: Session | None, mark: int, now: datetime
) -> Feedback:
    """One tap; another one changes it and leaves the words."""
    check_open(registration, session, now)
    if mark not in MARKS:
        raise MarkNeeded
    row, _new = Feedback.objects.update_or_create(
        edition=registration.edition,
        session=session,
        voter=voter_of(registration),
        defaults={"mark": mark},
        create_defaults={"mark": mark, "given_at": day_of(registration.edition, now)},
    )
    return row


@transaction.atomic
def write_words(
    *, registration: Registration, session: Session | None, words: str, now: datetime
) -> Feedback:
    """Say more of what one has marked; empty words take the earlier ones back."""
    check_open(registration, session, now)
    row = answer_of(registration, session)
    if row is None:
        raise MarkNeeded
    row.words = words.strip()[:LONGEST]
    row.save(update_fields=["words"])
    return row


@transaction.atomic
def take_back(*, registration: Registration, session: Session | None, now: datetime) -> bool:
    """The answer is gone, words and all; False when there was none."""
    check_open(registration, session, now)
    row = answer_of(registration, session)
    if row is None:
        return False
    row.delete()
    return True


def check_open(registration: Registration, session: Session | None, now: datetime) -> None:
    if not may_answer(registration):
        raise OnlyParticipants
    if session is not None and session.edition_id != registration.edition_id:
        raise NotAsked
    question = asked(registration.edition, session.code if session is not None else "", now)
    if question is None:
        raise NotAsked
    if question.standing is Standing.EARLY:
        raise TooEarly
    if question.standing is Standing.OVER:
        raise TooLate


def invite_to_answer(*, edition: Edition, now: datetime) -> int:
    """Ask those who came, once each; where no door took marks, all confirmed. How many were."""
    question = asked(edition, "", now)
    if question is None or question.standing is Standing.EARLY:
        raise TooEarly
    if question.standing is Standing.OVER:
        raise TooLate
    came = {number for number, one in presence_of(edition).items() if one.days}
    rows = Registration.objects.filter(edition=edition, status=RegistrationStatus.CONFIRMED)
    told = 0
    for registration in rows.select_related("person", "edition").order_by("pk"):
        if not came or registration.pk in came:
            told += tell_of_feedback(registration, until=question.closes_at, now=now)
    return told


def erase_feedback(person: Person, now: datetime) -> int:
    number, _by_model = answers_by(person).delete()
    return number


def count_old_feedback(before: datetime) -> int:
    return old_feedback(before).count()


@transaction.atomic
def destroy_old_feedback(before: datetime) -> int:
    """Words and the way to the author go for good; the mark stays in the totals, nobody's."""
    rows = list(old_feedback(before))
    for row in rows:
        row.words, row.voter = "", NOBODY + secrets.token_hex(16)
    Feedback.objects.bulk_update(rows, ["words", "voter"], batch_size=500)
    return len(rows)


def day_of(edition: Edition, now: datetime) -> datetime:
    zone = ZoneInfo(edition.timezone)
    return datetime.combine(now.astimezone(zone).date(), time.min, zone)
