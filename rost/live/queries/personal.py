"""What the hall keeps about a person, and what of it is too old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from rost.directory.models import Person
from rost.directory.queries.personal_data import Row
from rost.live.models import Device, Floor, HallQuestion, LineRuling

FORGOTTEN = "-"  # begins the digest of a telephone that nobody can find any more


def questions_by(person: Person) -> QuerySet[HallQuestion]:
    return HallQuestion.objects.filter(registration__person=person)


def question_rows(person: Person) -> Iterator[Row]:
    """Forum, session, when, the words, the name under them, where it stands, the answer."""
    rows = questions_by(person).select_related("floor__session__edition")
    for row in rows.order_by("asked_at", "id"):
        session = row.floor.session
        yield (
            session.edition.name,
            session.title,
            row.asked_at,
            row.text,
            row.name,
            row.get_state_display(),
            row.answer,
        )


def device_rows(person: Person) -> Iterator[Row]:
    """Forum, first seen, votes and answers to polls: a telephone that has shown the badge."""
    rows = Device.objects.filter(registration__person=person).select_related("edition")
    counted = rows.annotate(
        votes=Count("question_votes", distinct=True), polled=Count("poll_answers", distinct=True)
    )
    for row in counted.order_by("seen_at", "id"):
        yield row.edition.name, row.seen_at, row.votes, row.polled


def written_rows(person: Person) -> Iterator[Row]:
    """Forum, session, the question, by when, the answer: what the person was to write."""
    rows = HallQuestion.objects.filter(owner=person).select_related("floor__session__edition")
    for row in rows.order_by("due_on", "id"):
        session = row.floor.session
        yield session.edition.name, session.title, row.text, row.due_on, row.answer


def old_devices(before: datetime) -> QuerySet[Device]:
    """Of forums over by then, and still known by their token, line, browser or badge."""
    known = ~Q(digest__startswith=FORGOTTEN) | ~Q(network="") | Q(registration__isnull=False)
    return Device.objects.filter(known, edition__ends_on__lt=before.date())


def old_floors(before: datetime) -> QuerySet[Floor]:
    ended = Floor.objects.filter(session__edition__ends_on__lt=before.date())
    return ended.exclude(hall_network="")


def old_rulings(before: datetime) -> QuerySet[LineRuling]:
    return LineRuling.objects.filter(floor__session__edition__ends_on__lt=before.date())


def old_questions(before: datetime) -> QuerySet[HallQuestion]:
    """Of forums over by then, and still leading to whoever asked."""
    named = ~Q(name="") | Q(registration__isnull=False) | Q(device__isnull=False)
    return HallQuestion.objects.filter(named, floor__session__edition__ends_on__lt=before.date())
