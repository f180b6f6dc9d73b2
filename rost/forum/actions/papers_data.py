"""Removing what badges and sign-in sheets keep about a person, or keep for too long."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.directory.models import Person
from rost.forum.actions.attendance import keep_marks_of
from rost.forum.models import Badge
from rost.forum.queries.papers_data import old_badges, old_sheets, sheets_with

NOBODY = 0


def erase_badges(person: Person, now: datetime) -> int:
    rows = Badge.objects.filter(registration__person=person)
    number = rows.count()
    rows.delete()
    return number


@transaction.atomic
def erase_from_sheets(person: Person, now: datetime) -> int:
    """The row stays, so that no other number moves; nobody stands in it any more."""
    number = 0
    for registration, sheet in sheets_with(person):
        sheet.people = [NOBODY if one == registration.pk else one for one in sheet.people]
        gone = [row for row, one in sheet.guests.items() if one == registration.pk]
        sheet.guests = {row: one for row, one in sheet.guests.items() if row not in gone}
        sheet.unnamed = sorted({*sheet.unnamed, *map(int, gone)})
        sheet.save(update_fields=["people", "guests", "unnamed"])
        number += 1
    return number


def count_old_badges(before: datetime) -> int:
    return old_badges(before).count()


def destroy_old_badges(before: datetime) -> int:
    number = old_badges(before).count()
    keep_marks_of(old_badges(before))
    old_badges(before).delete()
    return number


def count_old_sheets(before: datetime) -> int:
    return old_sheets(before).count()


def destroy_old_sheets(before: datetime) -> int:
    number = old_sheets(before).count()
    old_sheets(before).delete()
    return number
