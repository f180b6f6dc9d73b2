"""The application to be edited: the same parts in the same order as on the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rost.documents.adapters import word
from rost.documents.kinds.model import Job
from rost.documents.kinds.practice_application.content import PracticeApplication, Section

_CENTRE, _RIGHT, _JUSTIFIED = 1, 2, 3
_SIGNATURE = (96, 38, 46)  # mm, 180 in all


def build(job: Job) -> bytes:
    paper = word.new_paper(job.language, job.title)
    for place, content in enumerate(job.contents):
        if place:
            paper.add_page_break()
        _write(paper, content, job.words)
    return word.saved(paper)


def _write(paper: Any, content: PracticeApplication, words: Mapping[str, str]) -> None:
    if content.demonstration:
        word.add_line(paper, (words["demonstration"], "italic")).alignment = _RIGHT
    title = word.add_line(paper, (words["application"].upper(), ""), style="Title")
    title.alignment = _CENTRE
    word.add_line(paper, (words["contest"], "")).alignment = _CENTRE
    named = word.add_line(paper, (f"«{content.title}»", "bold"))
    named.alignment = _CENTRE
    _own(named, content)
    word.add_line(paper, (f"1. {words['facts']}", ""), style="Heading 1")
    _facts(paper, content)
    for section in content.sections:
        _section(paper, section, content)
    if content.amounts:
        rows = [(one.source, one.amount, one.note) for one in content.amounts]
        heads = [words[name] for name in ("source", "amount", "note")]
        _table(
            paper, words["money"], heads, (70, 40, 70), [*rows, (words["total"], content.total, "")]
        )
    if content.changes:
        rows = [(one.indicator, one.before, one.after) for one in content.changes]
        heads = [words[name] for name in ("indicator", "before", "after")]
        _table(paper, words["changes"], heads, (100, 40, 40), rows)
    if content.address:
        word.add_line(paper, (f"{words['page']}: {content.address}", "italic"))
    _signature(paper, content, words)


def _facts(paper: Any, content: PracticeApplication) -> None:
    from docx.shared import Mm

    table = paper.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for one in content.facts:
        cells = table.add_row().cells
        for cell, text, width in zip(cells, (one.name, one.value), (62, 118), strict=True):
            cell.width = Mm(width)
            word.add_parts(cell.paragraphs[0], (text, ""))
        _own(cells[1].paragraphs[0], content)


def _section(paper: Any, section: Section, content: PracticeApplication) -> None:
    word.add_line(paper, (f"{section.number}. {section.title}", ""), style="Heading 1")
    for paragraph in section.paragraphs:
        line = word.add_line(paper, (paragraph, ""))
        line.alignment = _JUSTIFIED
        _own(line, content)
    for number, point in enumerate(section.points, 1):
        _own(word.add_line(paper, (f"{number}. {point}", "")), content)


def _table(
    paper: Any,
    title: str,
    heads: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[str]],
) -> None:
    word.add_line(paper, (title, ""), style="Heading 1")
    table = word.add_table(paper, heads, widths)
    for row in rows:
        for cell, text in zip(word.add_row(table), row, strict=True):
            word.add_parts(cell.paragraphs[0], (text, ""))


def _signature(paper: Any, content: PracticeApplication, words: Mapping[str, str]) -> None:
    """«должность … И.О. Фамилия» on one line, then the date to be written."""
    from docx.shared import Mm

    paper.add_paragraph().paragraph_format.space_after = Mm(6)
    table = paper.add_table(rows=1, cols=3)
    table.autofit = False
    texts = (content.signatory_post, "_" * 16, content.signatory_name or "_" * 19)
    for column, cell, width, text in zip(
        table.columns, table.rows[0].cells, _SIGNATURE, texts, strict=True
    ):
        column.width = cell.width = Mm(width)
        word.add_parts(cell.paragraphs[0], (text, ""))
    word.add_line(paper, (f"{words['date']}: {'_' * 24}", "")).paragraph_format.space_before = Mm(6)


def _own(line: Any, content: PracticeApplication) -> None:
    for run in line.runs if content.language else ():
        word.set_language(run, content.language)
