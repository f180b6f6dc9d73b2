"""Wishes: what can be marked, what was, and how often; what is kept of people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, QuerySet
from django.utils.functional import Promise

from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.forum.models import (
    Edition,
    Registration,
    RegistrationStatus,
    Session,
    Solving,
    SpeakerNeeds,
    Track,
    Wish,
)
from rost.forum.models.programme import Form, State


def wishable(edition: Edition) -> list[Session]:
    """Accepted sessions in the order of tracks; breaks are nobody's wish."""
    rows = Session.objects.filter(edition=edition, state=State.ACCEPTED).exclude(form=Form.BREAK)
    return list(rows.select_related("track").order_by("track__position", "track__pk", "number"))


def wishes_by_track(edition: Edition) -> list[tuple[Track | None, list[Session]]]:
    """Tracks in their order, sessions without one last."""
    groups: dict[int | None, tuple[Track | None, list[Session]]] = {}
    for one in wishable(edition):
        groups.setdefault(one.track_id, (one.track, []))[1].append(one)
    return sorted(groups.values(), key=lambda group: group[0] is None)


def wished_by(registration: Registration) -> set[str]:
    rows = Wish.objects.filter(registration=registration).order_by()
    return set(rows.values_list("session__code", flat=True))


def wish_counts(edition: Edition) -> dict[str, int]:
    """How many people want each session, by code; those who cancelled are not counted."""
    rows = (
        Wish.objects.filter(session__edition=edition)
        .exclude(registration__status=RegistrationStatus.CANCELLED)
        .order_by()
        .values_list("session__code")
        .annotate(people=Count("pk"))
    )
    return dict(rows)


def wishers(edition: Edition) -> int:
    rows = Wish.objects.filter(session__edition=edition)
    living = rows.exclude(registration__status=RegistrationStatus.CANCELLED)
    return living.order_by().values("registration").distinct().count()


def wishes_of(person: Person) -> Iterator[tuple[Cell | Promise, ...]]:
    """Forum, session, when."""
    rows = Wish.objects.filter(registration__person=person).order_by("wished_at", "pk")
    for row in rows.select_related("session__edition"):
        yield row.session.edition.name, row.session.title, row.wished_at


def speaker_needs_of(person: Person) -> Iterator[tuple[Cell | Promise, ...]]:
    """Forum, time zone, hours of the day, longest day in minutes, when dropped out."""
    rows = SpeakerNeeds.objects.filter(person=person).select_related("edition").order_by("pk")
    for row in rows:
        yield (
            row.edition.name,
            row.timezone,
            f"{row.from_hour}–{row.to_hour}",
            row.longest_day,
            row.dropped_at,
        )


def old_wishes(before: datetime) -> QuerySet[Wish]:
    return Wish.objects.filter(session__edition__ends_on__lt=before.date())


def old_speaker_needs(before: datetime) -> QuerySet[SpeakerNeeds]:
    return SpeakerNeeds.objects.filter(edition__ends_on__lt=before.date())


def old_solvings(before: datetime) -> QuerySet[Solving]:
    return Solving.objects.filter(edition__ends_on__lt=before.date())
