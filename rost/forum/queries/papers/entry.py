"""A printed sheet as it is entered: its rows by number, who is marked already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rost.directory.queries.places import label_of
from rost.forum.models import (
    Edition,
    Mark,
    MarkSource,
    Registration,
    RegistrationStatus,
    Sheet,
)


@dataclass(frozen=True, slots=True)
class RowLine:
    """One row of the paper; nobody stands in it when the person has gone from the platform."""

    number: int
    name: str
    place: str
    marked: bool
    confirmed: bool
    minor: bool


@dataclass(frozen=True, slots=True)
class SheetRows:
    lines: tuple[RowLine, ...]
    guests: Mapping[int, str]  # names of those entered in blank rows before


def rows_of(sheet: Sheet) -> SheetRows:
    """Two queries."""
    wanted = {*sheet.people, *sheet.guests.values()}
    people = {
        one.pk: one
        for one in Registration.objects.filter(
            edition=sheet.edition_id, pk__in=wanted
        ).select_related("person", "municipality__parent")
    }
    marks = Mark.objects.filter(
        registration__in=wanted,
        source=MarkSource.PAPER,
        session=sheet.session_id,
        voided_at__isnull=True,
    )
    if sheet.day is not None:
        marks = marks.filter(at__gte=sheet.day.starts_at, at__lt=sheet.day.ends_at)
    if sheet.route_id is not None:
        marks = marks.filter(door__route=sheet.route_id)
    marked = set(marks.values_list("registration_id", flat=True))
    lines = tuple(
        _line(number, people.get(one), one in marked)
        for number, one in enumerate(sheet.people, start=1)
    )
    guests = {
        int(row): people[one].person.full_name for row, one in sheet.guests.items() if one in people
    }
    return SheetRows(lines, guests)


def _line(number: int, one: Registration | None, marked: bool) -> RowLine:
    if one is None:
        return RowLine(number, "—", "", marked=False, confirmed=False, minor=False)
    return RowLine(
        number=number,
        name=one.person.full_name,
        place=label_of(one.municipality) if one.municipality else "",
        marked=marked,
        confirmed=one.status == RegistrationStatus.CONFIRMED,
        minor=one.minor,
    )


def printed_sheets(edition: Edition) -> list[Sheet]:
    """Sheets that are on paper, the newest first; one query."""
    rows = Sheet.objects.filter(edition=edition, printed_at__isnull=False)
    return list(
        rows.select_related(
            "session__hall", "session__route", "day", "route", "entered_by"
        ).order_by("-serial")
    )


def sheet_by_serial(edition: Edition, serial: int) -> Sheet | None:
    return Sheet.objects.filter(edition=edition, serial=serial).first()
