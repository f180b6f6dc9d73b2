"""Sign-in sheets to be edited: rows of a district together, room for a signature."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from rost.documents.adapters import word
from rost.documents.kinds.model import Job
from rost.documents.kinds.sign_in_sheet.content import SheetRow, SignInSheet

_FULL = {"number": 12, "name": 55, "post": 42, "municipality": 36, "signature": 35}  # mm, 180
_MINIMAL = {"number": 12, "name": 118, "signature": 50}
_ROW = 9  # mm: high enough to sign in


def build(job: Job) -> bytes:
    paper = word.new_paper(job.language, job.title)
    for place, content in enumerate(job.contents):
        if place:
            paper.add_page_break()
        _write(paper, content, job.words)
    return word.saved(paper)


def _write(paper: Any, content: SignInSheet, words: Mapping[str, str]) -> None:
    word.add_line(paper, (f"{words['code']}: ", ""), (content.code, "bold")).alignment = 2
    word.add_line(paper, (words["sheet"], ""), style="Subtitle")
    word.add_line(paper, (content.title, ""), style="Title")
    for about in ((content.when, content.where), (content.event, content.dates)):
        word.add_line(paper, (" · ".join(part for part in about if part), ""))
    columns = _MINIMAL if content.minimal else _FULL
    table = word.add_table(paper, [words[name] for name in columns], list(columns.values()))
    for district, rows in groupby(content.rows, key=lambda row: row.district):
        if district and not content.minimal:
            word.add_group(table, district)
        for row in rows:
            _add_row(table, _texts(row, content))
    _add_blank_rows(table, content, words)
    for label, value in content.totals:
        word.add_line(paper, (f"{label}: ", ""), (value, "bold"))
    word.add_line(paper, (f"{words['kept_by']}: {'_' * 40}", ""))


def _texts(row: SheetRow, content: SignInSheet) -> tuple[str, ...]:
    if content.minimal:
        return (str(row.number), row.name, "")
    return (str(row.number), row.name, row.post, row.municipality, "")


def _add_blank_rows(table: Any, content: SignInSheet, words: Mapping[str, str]) -> None:
    """Numbered on, so that a mark can be entered by the number of a row written in by hand."""
    if content.blank_rows:
        word.add_group(table, words["added"])
    last = max((row.number for row in content.rows), default=0)
    for number in range(last + 1, last + 1 + content.blank_rows):
        _add_row(table, (str(number),))


def _add_row(table: Any, texts: tuple[str, ...]) -> None:
    for cell, text in zip(word.add_row(table, height=_ROW), texts, strict=False):
        word.add_parts(cell.paragraphs[0], (text, ""))
