"""Reminders about answers in writing, before their day and after it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from rost.live.messages.tasks import remind_owner
from rost.live.queries.tasks import due_until, zone_of

BEFORE = timedelta(days=3)
AGAIN = timedelta(days=7)  # late answers are asked for once a week …
TIMES = 4  # … so many times; then it is the organisers' turn, whose desk shows them


def remind(now: datetime) -> int:
    """How many letters were written; asked as often as one likes, each letter is sent once."""
    sent = 0
    for question in due_until(now.date() + BEFORE + timedelta(days=1)):
        today = now.astimezone(zone_of(question)).date()
        turn = turn_of(question.due_on, today) if question.due_on else ""
        if turn:
            sent += remind_owner(question, today=today, turn=turn, now=now)
    return sent


def turn_of(due_on: date, today: date) -> str:
    """Which reminder is in place today: none, the one before, or the n-th after.

    >>> [turn_of(date(2020, 3, 10), date(2020, 3, day)) for day in (6, 7, 10, 11, 18)]
    ['', 'before', 'before', 'late-0', 'late-1']
    """
    if today <= due_on:
        return "before" if due_on - today <= BEFORE else ""
    weeks = (today - due_on - timedelta(days=1)) // AGAIN
    return f"late-{weeks}" if weeks < TIMES else ""
