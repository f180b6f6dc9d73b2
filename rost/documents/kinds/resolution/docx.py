"""The resolution to be edited: title, preamble, points by track, the line for the signature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rost.documents.adapters import word
from rost.documents.kinds.model import Job
from rost.documents.kinds.resolution.content import Point, Resolution

_CENTRE, _JUSTIFIED = 1, 3
_INDENT = 12.5  # mm
_SIGNATURE = (96, 38, 46)  # mm, 180 in all


def build(job: Job) -> bytes:
    paper = word.new_paper(job.language, job.title)
    for place, content in enumerate(job.contents):
        if place:
            paper.add_page_break()
        _write(paper, content, job.words)
    return word.saved(paper)


def _write(paper: Any, content: Resolution, words: Mapping[str, str]) -> None:
    if content.demonstration:
        word.add_line(paper, (words["demonstration"], "italic")).alignment = 2
    word.add_line(paper, (words["title"].upper(), ""), style="Title").alignment = _CENTRE
    event = words["of_forum"].replace("{event}", content.event)
    word.add_line(paper, (event, "bold")).alignment = _CENTRE
    _place_and_date(paper, content)
    for paragraph in content.wording:
        _running(paper, (paragraph, ""))
    for group in content.groups:
        word.add_line(paper, (f"{group.number}. {group.title}", ""), style="Heading 1")
        _points(paper, group.points, words)
    if content.reports:
        number = content.reports[0].number.partition(".")[0]
        word.add_line(paper, (f"{number}. {words['reports']}", ""), style="Heading 1")
        _points(paper, content.reports, words)
    _signature(paper, content)


def _place_and_date(paper: Any, content: Resolution) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    line = word.add_line(paper, (f"{content.place}\t{content.date}", ""))
    line.paragraph_format.tab_stops.add_tab_stop(Mm(180), WD_TAB_ALIGNMENT.RIGHT)
    line.paragraph_format.space_before = line.paragraph_format.space_after = Mm(4)


def _points(paper: Any, points: Sequence[Point], words: Mapping[str, str]) -> None:
    for one in points:
        line = _running(
            paper, (f"{one.number}. ", ""), (f"{one.who}: ", "bold"), (_ended(one.text), "")
        )
        for name, value in (("due", one.due), ("indicator", one.indicator)):
            if value:
                word.add_parts(line, (f" {words[name]}: ", "italic"), (_ended(value), ""))


def _running(paper: Any, *parts: tuple[str, str]) -> Any:
    from docx.shared import Mm

    line = word.add_line(paper, *parts)
    line.alignment = _JUSTIFIED
    line.paragraph_format.first_line_indent = Mm(_INDENT)
    return line


def _signature(paper: Any, content: Resolution) -> None:
    """«должность … И.О. Фамилия» on one line that stays together."""
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


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
