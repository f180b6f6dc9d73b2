"""What doors keep about a person, and what of it is past its term."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.forum.models import Direction, DoorPass, Mark, MarkSource


def marks_of_person(person: Person) -> QuerySet[Mark]:
    """Marks through any badge of theirs and by name, voided ones too."""
    own = Q(registration__person=person) | Q(badge__registration__person=person)
    return Mark.objects.filter(own).order_by("at", "id")


def mark_rows(person: Person) -> Iterator[tuple[Cell | Promise, ...]]:
    """Forum, door, when, in or out, how it was taken, why it was taken back."""
    for row in marks_of_person(person).select_related("door__edition"):
        yield (
            row.door.edition.name,
            row.door.name,
            row.at,
            Direction(row.direction).label,
            MarkSource(row.source).label,
            row.voided_why,
        )


def old_marks(before: datetime) -> QuerySet[Mark]:
    """Marks of editions that were over by then."""
    return Mark.objects.filter(door__edition__ends_on__lt=before.date())


def old_passes(before: datetime) -> QuerySet[DoorPass]:
    """Passes that still name a volunteer though their edition was over by then."""
    return DoorPass.objects.filter(door__edition__ends_on__lt=before.date()).exclude(label="")
