"""Reminding, as recurring work: each reminder once, however often and by how many it is begun.

The row of a reminder and the letters that it sends are one transaction, so a worker that dies
between them leaves neither. Nobody is reminded at night or of a demonstration.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from rost.directory.models import Person, Post, PostKind
from rost.directory.queries.visitors import local_day
from rost.library.messages.adoption import tell_due
from rost.library.models import Adoption, AdoptionReminder, AdoptionState
from rost.library.queries.adoption.doors import all_adoptions
from rost.library.rules.adoption import decent, due_reminder


def remind(now: datetime) -> int:
    """Send what is due; how many reminders. Runs every hour, sends by day alone."""
    if not decent(now.astimezone(ZoneInfo(settings.TIME_ZONE))):
        return 0
    return sum(remind_of(number, now=now) for number in waiting())


def waiting() -> QuerySet[Adoption, int]:
    """What goes on, and what is done but has a result to tell."""
    untold = Q(state=AdoptionState.DONE, results__told_at__isnull=True)
    rows = Adoption.objects.filter(Q(state=AdoptionState.GOING) | untold, is_demonstration=False)
    return rows.order_by("pk").values_list("pk", flat=True).distinct()


def remind_of(number: int, *, now: datetime) -> bool:
    try:
        with transaction.atomic():
            return send_due(number, now=now)
    except IntegrityError:  # another worker has just sent it
        return False


def send_due(number: int, *, now: datetime) -> bool:
    row = all_adoptions().select_for_update(of=("self",)).filter(pk=number).first()
    if row is None:
        return False
    today = local_day(now)
    going = row.state == AdoptionState.GOING
    steps = row.steps.filter(done_on__isnull=True).values_list("number", "due_on") if going else ()
    due = due_reminder(
        steps=list(steps),
        results=list(row.results.filter(told_at__isnull=True).values_list("months", "due_on")),
        sent=frozenset(row.reminders.values_list("name", flat=True)),
        today=today,
    )
    if due is None:
        return False
    AdoptionReminder.objects.create(adoption=row, name=due.name, sent_at=now)
    for person in whom_to_remind(row, today):
        tell_due(row, person, due, today=today, now=now)
    return True


def whom_to_remind(adoption: Adoption, day: date) -> list[Person]:
    """Whoever took it up while they are in office there; otherwise the head of today."""
    person = adoption.person
    if person is not None and (adoption.basis or holds_post(person, adoption, day)):
        return [person]
    posts = Post.objects.held_on(day).filter(municipality=adoption.municipality, kind=PostKind.HEAD)
    heads = [post.person for post in posts.select_related("person")]
    return heads or ([person] if person is not None else [])


def holds_post(person: Person, adoption: Adoption, day: date) -> bool:
    return (
        Post.objects.held_on(day).filter(person=person, municipality=adoption.municipality).exists()
    )
