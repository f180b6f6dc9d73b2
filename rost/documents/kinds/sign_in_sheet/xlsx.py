"""Sign-in sheets as a workbook, a sheet each, with an empty column to mark who came."""

from __future__ import annotations

from rost.core.tables import Cell, Sheet, write_xlsx
from rost.documents.kinds.model import Job
from rost.documents.kinds.sign_in_sheet.content import SheetRow, SignInSheet


def build(job: Job) -> bytes:
    return write_xlsx(_sheet(content, job) for content in job.contents)


def _sheet(content: SignInSheet, job: Job) -> Sheet:
    names = ["number", "name", "signature"]
    if not content.minimal:
        names[2:2] = ["post", "district", "municipality"]
    rows: list[tuple[Cell, ...]] = [_cells(row, content.minimal) for row in content.rows]
    rows += [(), (job.words["code"], content.code), (content.title,), (content.when,)]
    return Sheet(content.code, [job.words[name] for name in names], rows)


def _cells(row: SheetRow, minimal: bool) -> tuple[Cell, ...]:
    if minimal:
        return (row.number, row.name)
    return (row.number, row.name, row.post, row.district, row.municipality)
