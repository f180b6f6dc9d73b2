"""What badges and sign-in sheets keep about a person, and which of them are too old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import get_language

from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.forum.models import Badge, BadgeEnd, Registration, Sheet

from .papers.sheets import title_of


def badges_of_person(person: Person) -> Iterator[tuple[Cell | Promise, ...]]:
    """Forum, number, when it was made and printed, how it ended; the code is a key, not shown."""
    rows = Badge.objects.filter(registration__person=person).select_related("edition")
    for row in rows.order_by("made_at", "serial"):
        ended = BadgeEnd(row.ended_why).label if row.ended_why else ""
        yield (row.edition.name, row.serial, row.made_at, row.printed_at, ended)


def sheets_of_person(person: Person) -> Iterator[tuple[Cell | Promise, ...]]:
    """Forum, sheet, what it is of, the row, when it was printed."""
    language = get_language() or "ru"
    for registration, sheet in sheets_with(person):
        rows = [number for number, one in enumerate(sheet.people, 1) if one == registration.pk]
        rows += [int(row) for row, one in sheet.guests.items() if one == registration.pk]
        yield (
            registration.edition.name,
            sheet.code,
            title_of(sheet, language),
            ", ".join(map(str, rows)),
            sheet.printed_at,
        )


def sheets_with(person: Person) -> Iterator[tuple[Registration, Sheet]]:
    """Sheets on which the person stands; two queries a forum."""
    own = Registration.objects.filter(person=person).select_related("edition")
    for registration in own.order_by("pk"):
        sheets = Sheet.objects.filter(edition=registration.edition_id)
        for sheet in sheets.select_related("session", "day", "route"):
            if registration.pk in sheet.people or registration.pk in sheet.guests.values():
                yield registration, sheet


def old_badges(before: datetime) -> QuerySet[Badge]:
    """Of forums over by then; a badge goes after the marks that were taken through it."""
    return Badge.objects.filter(edition__ends_on__lt=before.date(), marks__isnull=True)


def old_sheets(before: datetime) -> QuerySet[Sheet]:
    return Sheet.objects.filter(edition__ends_on__lt=before.date())
