"""Lists of the draft's sessions and people for those who plan it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, F, QuerySet

from rost.core.language import fold
from rost.directory.models import Person
from rost.forum.models import Availability, Contribution, Edition, Session

FOUND = 20


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the list is asked for; empty is everything."""

    words: str = ""
    state: str = ""
    form: str = ""
    track: str = ""


def sessions_of(edition: Edition, wanted: Filter) -> list[Session]:
    """In order of time, those without one last; words are looked for as people type them."""
    rows: QuerySet[Session] = Session.objects.filter(edition=edition)
    for name, value in (("state", wanted.state), ("form", wanted.form)):
        if value:
            rows = rows.filter(**{name: value})
    if wanted.track:
        rows = rows.filter(track__slug=wanted.track)
    rows = rows.select_related("hall", "route", "track").annotate(people=Count("contributions"))
    ordered = rows.order_by(F("starts_at").asc(nulls_last=True), "hall__position", "number")
    words = fold(wanted.words).split()
    return [row for row in ordered if _holds(row, words)]


def _holds(row: Session, words: list[str]) -> bool:
    text = fold(f"{row.code} {row.title}")
    return all(word in text for word in words)


def people_found(text: str) -> list[Person]:
    """People by any of their names, typed with or without Bashkir letters."""
    words = fold(text).split()
    if not words:
        return []
    rows = Person.objects.filter(is_active=True)
    for word in words:
        rows = rows.filter(search_name__contains=word)
    return list(rows.select_related("home__parent")[:FOUND])


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody in the draft: in how many sessions, and when they can come."""

    person: Person
    sessions: int
    windows: tuple[Availability, ...]


def participants_of(edition: Edition) -> list[Participant]:
    """Everybody with a part or a stated time; three queries."""
    counts = dict(
        Contribution.objects.filter(session__edition=edition)
        .order_by()
        .values_list("person")
        .annotate(sessions=Count("session", distinct=True))
    )
    windows: dict[int, list[Availability]] = {}
    for row in Availability.objects.filter(edition=edition):
        windows.setdefault(row.person_id, []).append(row)
    people = Person.objects.filter(pk__in={*counts, *windows}).order_by("sort_key", "pk")
    return [
        Participant(one, counts.get(one.pk, 0), tuple(windows.get(one.pk, ()))) for one in people
    ]
