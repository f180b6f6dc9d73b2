"""Reminders of reviews as recurring work: each once, however often and by how many it is begun."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import IntegrityError, transaction

from rost.directory.queries.days_off import term_of
from rost.directory.queries.visitors import local_day
from rost.library.messages.reviews import tell_overdue, tell_seal
from rost.library.models import Practice, PracticeState, Review, ReviewReminder
from rost.library.rules.adoption import decent
from rost.library.rules.review import SOON, STALE, WORKING_DAYS, seal_reminder


def remind_reviews(now: datetime) -> int:
    """Reviewers over their term, authors whose seal ends; how many reminders. Not at night."""
    if not decent(now.astimezone(ZoneInfo(settings.TIME_ZONE))):
        return 0
    today = local_day(now)
    opened = Review.objects.filter(decided_at__isnull=True, reviewer__isnull=False)
    opened = opened.filter(practice__is_demonstration=False).order_by("pk")
    sent = sum(
        once(lambda number=one.pk: send_overdue(number, today, now))  # type: ignore[misc]
        for one in opened
        if term_of(local_day(one.taken_at), WORKING_DAYS) < today
    )
    ending = Practice.objects.filter(
        state=PracticeState.PUBLISHED,
        is_demonstration=False,
        sealed_until__gt=today - STALE,
        sealed_until__lte=today + SOON,
    )
    numbers = ending.order_by("pk").values_list("pk", flat=True)
    return sent + sum(
        once(lambda number=one: send_seal(number, today, now))  # type: ignore[misc]
        for one in numbers
    )


def once(send: Callable[[], bool]) -> bool:
    try:
        with transaction.atomic():
            return send()
    except IntegrityError:  # another worker has just sent it
        return False


def send_overdue(number: int, today: date, now: datetime) -> bool:
    review = Review.objects.select_related("practice", "reviewer").filter(pk=number).first()
    if review is None or review.decided_at is not None or review.reviewer is None:
        return False
    name = f"term:{review.pk}"
    if review.practice.review_reminders.filter(name=name).exists():
        return False
    ReviewReminder.objects.create(practice=review.practice, name=name, sent_at=now)
    tell_overdue(review, now=now)
    return True


def send_seal(number: int, today: date, now: datetime) -> bool:
    practice = Practice.objects.select_related("author").filter(pk=number).first()
    if practice is None or practice.sealed_until is None:
        return False
    sent = frozenset(practice.review_reminders.values_list("name", flat=True))
    name = seal_reminder(until=practice.sealed_until, sent=sent, today=today)
    if name is None:
        return False
    ReviewReminder.objects.create(practice=practice, name=name, sent_at=now)
    tell_seal(practice, ended=name.endswith(":day"), name=name, now=now)
    return True
