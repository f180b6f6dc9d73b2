"""Sign-in sheets: freezing the rows that are printed, and marks entered from signed paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext_lazy as _

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord, Person
from rost.documents.actions.handling import note
from rost.documents.models import Act
from rost.forum.models import (
    Day,
    Direction,
    Door,
    DoorKind,
    Edition,
    Mark,
    MarkSource,
    Registration,
    RegistrationStatus,
    Route,
    Session,
    Sheet,
)
from rost.forum.queries.papers.sheets import Target, hours_of, people_of
from rost.forum.rules.sheets import rows_text
from rost.ui.refusals import Refusal

from .attendance.doors import make_doors
from .locking import lock_edition

REGISTER = "forum.sheets"
MARKS = UUID("6f0a4f7e-2f1b-5c8e-8a41-5d6f3d1f9b20")
"""Namespace of marks from paper (RFC 9562, section 5.5): a row of a sheet makes one mark ever."""


class SheetWithoutPlace(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("This session has no time or place any more: place it in the programme first.")
        )


class RowsUnfit(Refusal):
    """Rows of people who hold no seat; the paper is right, the registration is not."""

    def __init__(self, rows: Sequence[int]) -> None:
        super().__init__(
            _(
                "Nothing was marked. Rows %(rows)s belong to registrations that are not "
                "confirmed: register these people as guests first, then enter the sheet."
            )
            % {"rows": rows_text(rows)}
        )


@dataclass(frozen=True, slots=True)
class Entered:
    """Rows that made a mark now, that had one before, and whose mark was taken back by hand."""

    marked: tuple[int, ...] = ()
    before: tuple[int, ...] = ()
    taken_back: tuple[int, ...] = ()


@transaction.atomic
def make_sheets(
    *,
    edition: Edition,
    targets: Sequence[Target],
    blank_rows: int,
    minimal: bool,
    now: datetime,
    everybody: bool = False,
) -> list[Sheet]:
    """A sheet for each target; the last one stands as long as nothing on it has changed."""
    edition = lock_edition(edition)
    last = Sheet.objects.filter(edition=edition).aggregate(last=Max("serial"))["last"] or 0
    standing = {_key(one): one for one in Sheet.objects.filter(edition=edition).order_by("serial")}
    sheets: list[Sheet] = []
    fresh: list[Sheet] = []
    rows = people_of(edition, targets, everybody_everywhere=everybody)
    for target, people in zip(targets, rows, strict=True):
        sheet = Sheet(
            edition=edition,
            session=target if isinstance(target, Session) else None,
            day=target if isinstance(target, Day) else None,
            route=target if isinstance(target, Route) else None,
            people=people,
            blank_rows=blank_rows,
            minimal=minimal,
            made_at=now,
        )
        found = standing.get(_key(sheet))
        same = found is not None and (found.people, found.blank_rows) == (people, blank_rows)
        if found is None or not same:
            sheet.serial = last + len(fresh) + 1
            fresh.append(sheet)
        sheets.append(found if found is not None and same else sheet)
    Sheet.objects.bulk_create(fresh)
    return sheets


@transaction.atomic
def note_sheets_printed(
    *, sheets: Sequence[Sheet], by: Person, now: datetime, reason: str = ""
) -> None:
    """They are on paper now; a work done twice notes once."""
    sheets = [one for one in sheets if one.printed_at != now]
    if not sheets:
        return
    Sheet.objects.filter(pk__in=[one.pk for one in sheets]).update(
        printed_at=now, prints=F("prints") + 1
    )
    rows, edition = sum(len(one.people) for one in sheets), sheets[0].edition
    note(
        kind="sign_in_sheet",
        act=Act.PRINTED,
        rows=rows,
        by=by,
        now=now,
        space=edition.space,
        about=", ".join(one.code for one in sheets)[:200],
        reason=reason,
    )
    record_access(
        person=by,
        act=AccessRecord.Act.PRINT,
        register=REGISTER,
        rows=rows,
        now=now,
        about=edition.space,
    )


@transaction.atomic
def enter_sheet(
    *,
    sheet: Sheet,
    rows: Sequence[int],
    guests: Mapping[int, Registration],
    by: Person,
    now: datetime,
) -> Entered:
    """Mark whoever signed. Entering the same sheet again marks only what is new.

    `guests` are registrations of those who wrote themselves into blank rows; blank rows without
    one are kept as signatures that nobody could read.
    """
    edition = lock_edition(sheet.edition_id)
    sheet.refresh_from_db()
    door, at = door_of(edition, sheet, now)
    printed = len(sheet.people)
    named = {int(row): owner for row, owner in sheet.guests.items()}
    named |= {row: one.pk for row, one in guests.items() if row > printed}
    signed = {row: sheet.people[row - 1] for row in rows if row <= printed}
    signed |= {row: named[row] for row in rows if row in named}
    unnamed = {row for row in (*rows, *sheet.unnamed) if row > printed and row not in named}
    _check_confirmed(edition, signed)
    entered = _mark(sheet, door, at, signed, by, now)
    sheet.guests = {str(row): owner for row, owner in sorted(named.items())}
    sheet.unnamed = sorted(unnamed)
    sheet.entered_at, sheet.entered_by = now, by
    sheet.save(update_fields=["guests", "unnamed", "entered_at", "entered_by"])
    record_access(
        person=by,
        act=AccessRecord.Act.MARK,
        register=REGISTER,
        rows=len(entered.marked),
        now=now,
        about=edition.space,
    )
    return entered


def door_of(edition: Edition, sheet: Sheet, now: datetime) -> tuple[Door, datetime]:
    """Where and when its marks stand: at the beginning, and never later than now."""
    start, _end = hours_of(sheet)
    session = sheet.session
    if start is None or (session is not None and not (session.hall_id or session.route_id)):
        raise SheetWithoutPlace
    make_doors(edition=edition, now=now)
    doors = Door.objects.filter(edition=edition).order_by("closed_at", "id")
    if session is not None and session.hall_id:
        doors = doors.filter(hall=session.hall_id)
    elif session is not None or sheet.route_id:
        doors = doors.filter(route=session.route_id if session is not None else sheet.route_id)
    else:
        doors = doors.filter(kind=DoorKind.ENTRANCE)
    return doors[:1].get(), min(start, now)


def _check_confirmed(edition: Edition, signed: Mapping[int, int]) -> None:
    confirmed = set(
        Registration.objects.filter(
            edition=edition, pk__in=signed.values(), status=RegistrationStatus.CONFIRMED
        ).values_list("pk", flat=True)
    )
    unfit = [row for row, owner in signed.items() if owner not in confirmed]
    if unfit:
        raise RowsUnfit(sorted(unfit))


def _mark(
    sheet: Sheet,
    door: Door,
    at: datetime,
    signed: Mapping[int, int],
    by: Person,
    now: datetime,
) -> Entered:
    """Marks that are not there yet; one taken back stays taken back."""
    known = Mark.objects.filter(
        door=door,
        session=sheet.session_id,
        source=MarkSource.PAPER,
        registration__in=signed.values(),
    )
    if sheet.day is not None:
        known = known.filter(at__gte=min(at, sheet.day.starts_at), at__lt=sheet.day.ends_at)
    standing: set[int | None] = set()
    voided: set[int | None] = set()
    for owner, voided_at in known.values_list("registration", "voided_at"):
        (standing if voided_at is None else voided).add(owner)
    fresh = {row: who for row, who in signed.items() if who not in standing | voided}
    Mark.objects.bulk_create(
        (
            Mark(
                id=uuid5(MARKS, f"{sheet.pk}:{row}:{owner}"),
                door=door,
                registration_id=owner,
                direction=Direction.IN,
                source=MarkSource.PAPER,
                session_id=sheet.session_id,
                at=at,
                said_at=at,
                received_at=now,
                by=by,
            )
            for row, owner in fresh.items()
        ),
        ignore_conflicts=True,
        batch_size=250,
    )
    back = voided - standing
    return Entered(
        marked=tuple(sorted(fresh)),
        before=tuple(sorted(row for row, who in signed.items() if who in standing)),
        taken_back=tuple(sorted(row for row, who in signed.items() if who in back)),
    )


def _key(sheet: Sheet) -> tuple[int | None, int | None, int | None, bool]:
    return (sheet.session_id, sheet.day_id, sheet.route_id, sheet.minimal)
