"""What the committee and the vote keep about a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise

from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.forum.models import (
    Advice,
    Conflict,
    ConflictKind,
    Decision,
    ProjectState,
    ProjectVote,
    Review,
)

Row = tuple[Cell | Promise, ...]


def reviews_of(person: Person) -> Iterator[Row]:
    rows = Review.objects.filter(reviewer=person).select_related("project__call__edition")
    for one in rows.order_by("id"):
        yield (
            one.project.call.edition.name,
            one.project.title,
            "; ".join(f"{key} – {mark}" for key, mark in one.marks.items()),
            Advice(one.advice).label if one.advice else "",
            one.to_committee,
            one.to_author,
            one.declared_at,
            one.sent_at,
        )


def conflicts_kept(person: Person) -> Iterator[Row]:
    rows = Conflict.objects.filter(reviewer=person).select_related("project__call__edition")
    for one in rows.order_by("id"):
        yield (
            one.project.call.edition.name,
            one.project.title,
            ConflictKind(one.kind).label,
            one.words,
            one.declared_at,
        )


def decisions_by(person: Person) -> Iterator[Row]:
    rows = Decision.objects.filter(by=person).select_related("project__call__edition")
    for one in rows.order_by("at", "id"):
        yield (
            one.project.call.edition.name,
            one.project.title,
            ProjectState(one.state).label,
            one.at,
        )


def votes_of(person: Person) -> Iterator[Row]:
    rows = ProjectVote.objects.filter(registration__person=person).select_related(
        "project__call__edition"
    )
    for one in rows.order_by("voted_at", "id"):
        yield one.project.call.edition.name, one.project.title, one.voted_at


def old_reviews(before: datetime) -> QuerySet[Review]:
    return Review.objects.filter(
        project__call__edition__ends_on__lt=before.date(), reviewer__isnull=False
    )


def old_conflicts(before: datetime) -> QuerySet[Conflict]:
    return Conflict.objects.filter(project__call__edition__ends_on__lt=before.date())


def old_decisions(before: datetime) -> QuerySet[Decision]:
    """Those that still say who decided."""
    return Decision.objects.filter(
        project__call__edition__ends_on__lt=before.date(), by__isnull=False
    )


def old_votes(before: datetime) -> QuerySet[ProjectVote]:
    """Votes of forums over by then whose result is announced or that nobody will announce."""
    return ProjectVote.objects.filter(project__call__edition__ends_on__lt=before.date())
