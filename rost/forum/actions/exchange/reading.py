"""Reading a file of the frab family and keeping what was read until somebody decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rost.core.language import date_range_text, date_text
from rost.core.programme.model import Programme
from rost.directory.actions.imports import open_batch
from rost.directory.models import ImportBatch, Person
from rost.directory.queries.imports import ImportFault
from rost.forum.adapters.frab.reader import read
from rost.forum.adapters.frab.remarks import Reason, Refused, Remark
from rost.forum.messages.exchange import REASONS
from rost.forum.models import Edition
from rost.forum.queries.exchange import KIND, days_outside, stored_rows
from rost.ui.refusals import Refusal

REMARKS_KEPT = 2_000


class FileRefused(Refusal):
    """The file is not a programme that can be read."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(REASONS[reason])


class NothingInside(Refusal):
    def __init__(self) -> None:
        super().__init__(_("There is not one session in this file. Nothing was changed."))


class OutsideDates(Refusal):
    """The programme is for other days than the edition."""

    def __init__(self, edition: Edition, days: Sequence[date]) -> None:
        language = get_language() or "ru"
        super().__init__(
            _(
                "The file has sessions on %(days)s, but the forum takes place on %(own)s. Nothing "
                "was changed. Correct the dates of the forum or choose the forum that the file "
                "belongs to."
            )
            % {
                "days": ", ".join(date_text(day, language) for day in days[:5]),
                "own": date_range_text(edition.starts_on, edition.ends_on, language),
            }
        )


def open_import(
    *, edition: Edition, data: bytes, file_name: str, by: Person | None, now: datetime
) -> ImportBatch:
    """Read the file; the draft is not touched yet."""
    if len(data) > settings.UPLOAD_LIMIT:
        raise FileRefused(Reason.TOO_LARGE)
    try:
        found = read(data, file_name, timezone=edition.timezone)
    except Refused as refused:
        raise FileRefused(refused.reason) from refused
    refuse_other_days(edition, found.programme)
    if not found.programme.sessions:
        raise NothingInside
    return open_batch(
        kind=KIND,
        about=edition.space,
        file_name=file_name,
        uploaded_by=by,
        now=now,
        rows=stored_rows(found.programme),
        faults=[_stored(number, one) for number, one in enumerate(found.remarks[:REMARKS_KEPT])],
    )


def refuse_other_days(edition: Edition, programme: Programme) -> None:
    if outside := days_outside(edition, programme):
        raise OutsideDates(edition, outside)


def _stored(number: int, remark: Remark) -> ImportFault:
    """A remark as a line of the batch: the session in place of a column."""
    return ImportFault(
        line=number + 1, column=remark.title, fault=str(remark.repair), value=remark.value
    )
