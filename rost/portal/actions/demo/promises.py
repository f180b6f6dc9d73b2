"""What was promised at the forum, confirmed a week later, and what came of it within the year."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from rost.directory.models import Person
from rost.forum.actions.commitments import Entry, confirm_on_behalf, drop, keep, note
from rost.forum.models import Commitment, Edition, Session

from .content import PROMISES, Promise
from .programme import moment

NAMES = UUID("0d8a1f5e-6c52-4a0b-8c1e-7d4a1c2f9b60")
BASIS = "Письмо с подтверждением (демонстрация)"


def keep_promises(edition: Edition, *, by: Person) -> None:
    evening = moment(edition.ends_on, "18:30")
    sessions = {one.title: one for one in Session.objects.filter(edition=edition)}
    entries = [
        Entry(
            guid=uuid5(NAMES, one.text),
            text=one.text,
            due_on=one.due,
            promiser=one.promiser,
            session=sessions[one.session],
            indicator=one.indicator,
        )
        for one in PROMISES
    ]
    noted = note(edition=edition, entries=entries, by=by, now=evening)
    for row, one in zip(noted, PROMISES, strict=True):
        now = evening + timedelta(days=7)
        close(confirm_on_behalf(commitment=row, basis=BASIS, by=by, now=now), one)


def close(row: Commitment, one: Promise) -> None:
    if one.closed is None:
        return
    now = noon(one.closed)
    if one.end == "kept":
        keep(commitment=row, on=one.closed, result=one.result, now=now)
    else:
        drop(commitment=row, reason=one.result, on=one.closed, now=now)


def noon(day: date) -> datetime:
    return moment(day, "12:00")
