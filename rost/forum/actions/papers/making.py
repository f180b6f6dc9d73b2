"""Making one file of papers, and writing down that it was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord, Person
from rost.documents.actions.handling import note
from rost.documents.models import Act, Handling
from rost.documents.queries.papers import paper
from rost.forum.actions.badges import note_printed
from rost.forum.actions.sheets import note_sheets_printed
from rost.forum.models import Edition
from rost.forum.queries.papers import (
    badge_contents,
    badges_to_print,
    list_content,
    sheet_contents,
    sheets_with_targets,
)
from rost.ui.refusals import Refusal

LIST = "participant_list"


class NothingToPrint(Refusal):
    def __init__(self) -> None:
        super().__init__(_("There is nothing to print: nobody fits what you have chosen."))


@dataclass(frozen=True, slots=True)
class Paper:
    """A file, and how many lines about people are in it."""

    data: bytes
    file_name: str
    rows: int


def badges_paper(
    *,
    edition: Edition,
    badges: Sequence[int],
    variant: str,
    language: str,
    reason: str,
    by: Person,
    now: datetime,
) -> Paper:
    found = badges_to_print(edition, badges)
    if not found:
        raise NothingToPrint
    data = paper("badge", badge_contents(found, language), language=language, variant=variant)
    note_printed(badges=found, by=by, now=now, reason=reason)
    people = sum(1 for one in found if one.registration_id is not None)
    return Paper(data, f"badges-{edition.slug}-{variant}.pdf", people)


def sheets_paper(
    *,
    edition: Edition,
    sheets: Sequence[int],
    form: str,
    language: str,
    by: Person,
    now: datetime,
) -> Paper:
    found = sheets_with_targets(edition, sheets)
    if not found:
        raise NothingToPrint
    data = paper("sign_in_sheet", sheet_contents(found, language), language=language, form=form)
    note_sheets_printed(sheets=found, by=by, now=now)
    part = f"-{found[0].code}" if len(found) == 1 else ""
    rows = sum(len(one.people) for one in found)
    return Paper(data, f"sheets-{edition.slug}{part}.{form}", rows)


def list_paper(
    *,
    edition: Edition,
    category: int | None,
    district: str,
    form: str,
    language: str,
    by: Person,
    now: datetime,
) -> Paper:
    content = list_content(edition, language, now=now, category=category, district=district)
    if not content.rows:
        raise NothingToPrint
    data = paper(LIST, [content], language=language, form=form)
    rows = len(content.rows)
    if not Handling.objects.filter(kind=LIST, space=edition.space, at=now).exists():
        note(kind=LIST, act=Act.PRINTED, rows=rows, by=by, now=now, space=edition.space)
        record_access(
            person=by,
            act=AccessRecord.Act.PRINT,
            register="forum.registrations",
            rows=rows,
            now=now,
            about=edition.space,
        )
    return Paper(data, f"participants-{edition.slug}.{form}", rows)
