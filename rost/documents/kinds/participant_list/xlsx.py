"""The list as a sheet: the header, the rows, the totals under them."""

from __future__ import annotations

from rost.core.tables import Cell, Sheet, write_xlsx
from rost.documents.kinds.model import Job
from rost.documents.kinds.participant_list.content import ParticipantList


def build(job: Job) -> bytes:
    return write_xlsx(_sheet(content) for content in job.contents)


def _sheet(content: ParticipantList) -> Sheet:
    rows: list[tuple[Cell, ...]] = [tuple(map(_cell, row)) for row in content.rows]
    rows += [(), *((label, _cell(value)) for label, value in content.totals)]
    rows += [(content.event,), (content.dates,), (content.made_on,)]
    return Sheet(content.title, content.columns, rows)


def _cell(text: str) -> Cell:
    """Short numbers are numbers; codes that begin with a zero and telephones stay as written."""
    whole = text.isascii() and text.isdigit() and len(text) < 6
    return int(text) if whole and not (text.startswith("0") and text != "0") else text
