"""What sign-in sheets say: of sessions, days and buses, each as it was frozen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import override

from rost.core.language import date_text, time_range_text
from rost.documents.kinds.sign_in_sheet.content import SheetRow, SignInSheet
from rost.forum.models import (
    AgendaItem,
    Day,
    Edition,
    Registration,
    RegistrationStatus,
    Route,
    SeatStatus,
    Session,
    Sheet,
)
from rost.forum.models.programme import Form

from .lists import participants, settlement_of
from .words import dates_of, time_zone_text

Target = Session | Day | Route


def people_of(
    edition: Edition, targets: Sequence[Target], *, everybody_everywhere: bool = False
) -> list[list[int]]:
    """Registrations for a sheet of each target, in the order of its rows; two queries in all.

    A day and a plenary session have everybody who is confirmed; another session and a bus those
    who have taken a seat. A session that nobody has put into an agenda is open to all, and with
    `everybody_everywhere` so are all of them; a bus never is.
    """
    everybody = list(participants(edition).values_list("pk", flat=True))
    seated: defaultdict[int, set[int]] = defaultdict(set)
    of_route: defaultdict[int, set[int]] = defaultdict(set)
    items = AgendaItem.objects.filter(
        registration__edition=edition,
        registration__status=RegistrationStatus.CONFIRMED,
        status=SeatStatus.SEAT,
    ).order_by()
    for registration, session, route in items.values_list(
        "registration_id", "session_id", "session__route_id"
    ):
        seated[session].add(registration)
        if route is not None:
            of_route[route].add(registration)
    found = []
    for target in targets:
        if isinstance(target, Day):
            found.append(everybody)
            continue
        own = seated[target.pk] if isinstance(target, Session) else of_route[target.pk]
        open_to_all = (
            isinstance(target, Session)
            and target.route_id is None
            and (not own or everybody_everywhere or target.form == Form.PLENARY)
        )
        found.append(everybody if open_to_all else [one for one in everybody if one in own])
    return found


def sheet_contents(sheets: Sequence[Sheet], language: str) -> list[SignInSheet]:
    """The sheets in their order; one query beside that of the sheets."""
    if not sheets:
        return []
    edition = sheets[0].edition
    wanted = {one for sheet in sheets for one in sheet.people}
    people = {
        one.pk: one
        for one in Registration.objects.filter(edition=edition, pk__in=wanted).select_related(
            "person", "municipality", "district"
        )
    }
    with override(language):
        return [_content(edition, sheet, people, language) for sheet in sheets]


def _content(
    edition: Edition, sheet: Sheet, people: dict[int, Registration], language: str
) -> SignInSheet:
    rows = tuple(
        _row(number, people.get(one), minimal=sheet.minimal)
        for number, one in enumerate(sheet.people, start=1)
    )
    districts = {one.district_id for key in sheet.people if (one := people.get(key)) is not None}
    return SignInSheet(
        event=edition.name,
        dates=dates_of(edition, language),
        title=title_of(sheet, language),
        when=when_of(edition, sheet, language),
        where=where_of(edition, sheet),
        rows=rows,
        blank_rows=sheet.blank_rows,
        totals=(
            (_("People in the sheet"), str(len(rows))),
            (_("Districts"), str(len(districts - {None}))),
        ),
        code=sheet.code,
        minimal=sheet.minimal,
    )


def _row(number: int, one: Registration | None, *, minimal: bool) -> SheetRow:
    """A line; empty for who has gone out of the list since, so that no number moves."""
    if one is None:
        return SheetRow(number, "—", "", "", "")
    if minimal:
        return SheetRow(number, one.person.full_name, "", "", "")
    district = one.district.name if one.district else ""
    return SheetRow(number, one.person.full_name, one.post, district, settlement_of(one))


def title_of(sheet: Sheet, language: str) -> str:
    if sheet.session is not None:
        return sheet.session.title
    if sheet.route is not None:
        return _("Route “%(name)s”") % {"name": sheet.route.name}
    assert sheet.day is not None
    return _("Entrance, %(day)s") % {"day": date_text(sheet.day.date, language, weekday=True)}


def when_of(edition: Edition, sheet: Sheet, language: str) -> str:
    """Day and hours in the time of the forum, which is named."""
    start, end = hours_of(sheet)
    if start is None or end is None:
        return ""
    zone = ZoneInfo(edition.timezone)
    begins, ends = start.astimezone(zone), end.astimezone(zone)
    day = date_text(begins.date(), language)
    return f"{day}, {time_range_text(begins, ends)} ({time_zone_text(edition)})"


def hours_of(sheet: Sheet) -> tuple[datetime | None, datetime | None]:
    if sheet.session is not None:
        start = sheet.session.starts_at
        return start, start + timedelta(minutes=sheet.session.minutes) if start else None
    if sheet.route is not None:
        return sheet.route.departs_at, sheet.route.returns_at
    assert sheet.day is not None
    return sheet.day.starts_at, sheet.day.ends_at


def where_of(edition: Edition, sheet: Sheet) -> str:
    if sheet.session is not None and sheet.session.hall is not None:
        return sheet.session.hall.name
    if sheet.session is not None and sheet.session.route is not None:
        return sheet.session.route.name
    if sheet.route is not None:
        return sheet.route.departs_from or sheet.route.bus
    return edition.place


def sheets_with_targets(edition: Edition, identities: Iterable[int]) -> list[Sheet]:
    return list(
        Sheet.objects.filter(edition=edition, pk__in=list(identities)).select_related(
            "edition", "session__hall", "session__route", "day", "route"
        )
    )
