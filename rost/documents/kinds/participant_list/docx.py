"""A list of participants to be edited: one table, its head on every page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rost.documents.adapters import word
from rost.documents.kinds.model import Job
from rost.documents.kinds.participant_list.content import ParticipantList

_PORTRAIT, _LANDSCAPE = 180, 267  # mm between the margins
_MOST_UPRIGHT = 5  # columns; more of them lie the page down


def build(job: Job) -> bytes:
    landscape = any(len(one.columns) > _MOST_UPRIGHT for one in job.contents)
    paper = word.new_paper(job.language, job.title, landscape=landscape)
    for place, content in enumerate(job.contents):
        if place:
            paper.add_page_break()
        word.add_line(paper, (job.words["list"], ""), style="Subtitle")
        _write(paper, content, _LANDSCAPE if landscape else _PORTRAIT)
    return word.saved(paper)


def _write(paper: Any, content: ParticipantList, room: int) -> None:
    word.add_line(paper, (content.title, ""), style="Title")
    about = (content.event, content.dates)
    word.add_line(paper, (" · ".join(part for part in about if part), ""))
    table = word.add_table(paper, content.columns, widths(content, room))
    for row in content.rows:
        for cell, text in zip(word.add_row(table), row, strict=True):
            word.add_parts(cell.paragraphs[0], (text, ""))
    for label, value in content.totals:
        word.add_line(paper, (f"{label}: ", ""), (value, "bold"))
    word.add_line(paper, (content.made_on, "italic"))


def widths(content: ParticipantList, room: int) -> Sequence[int]:
    """Millimetres of each column, by what nine cells of ten hold; at least a fifteenth of all."""
    lengths = []
    for at, head in enumerate(content.columns):
        held = sorted(len(text) for text in (head, *(row[at] for row in content.rows)))
        lengths.append(max(held[(len(held) - 1) * 9 // 10], sum(map(len, content.columns)) // 15))
    return [max(room // 15, room * length // sum(lengths)) for length in lengths]
