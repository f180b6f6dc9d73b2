"""The programme to be edited: a heading and a table a day, a session in each row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rost.documents.adapters import word
from rost.documents.kinds.model import Job
from rost.documents.kinds.programme.content import Part, Programme, Session

_WIDTHS = (29, 113, 38)  # mm, 180 in all


def build(job: Job) -> bytes:
    paper = word.new_paper(job.language, job.title)
    for place, content in enumerate(job.contents):
        if place:
            paper.add_page_break()
        _write(paper, content, job.words)
    return word.saved(paper)


def _write(paper: Any, content: Programme, words: Mapping[str, str]) -> None:
    word.add_line(paper, (content.version, "italic")).alignment = 2  # to the right
    word.add_line(paper, (words["programme"], ""), style="Subtitle")
    word.add_line(paper, (content.event, ""), style="Title")
    about = (content.dates, content.place, content.timezone)
    word.add_line(paper, (" · ".join(part for part in about if part), ""))
    for day in content.days:
        word.add_line(paper, (day.title, ""), style="Heading 1")
        heads = (words["time"], words["session"], words["where"])
        table = word.add_table(paper, heads, _WIDTHS)
        for session in day.sessions:
            _add_session(word.add_row(table), session, words)


def _add_session(cells: Any, session: Session, words: Mapping[str, str]) -> None:
    time, what, where = cells
    word.add_parts(time.paragraphs[0], (session.time, "bold"))
    word.add_parts(where.paragraphs[0], (session.where, ""))
    look = "italic" if session.is_break else "bold"
    word.add_parts(what.paragraphs[0], (session.title, look))
    if session.language:
        for run in what.paragraphs[0].runs:
            word.set_language(run, session.language)
    marks = " · ".join(mark for mark in (session.form, session.track) if mark)
    if marks:
        word.add_line(what, (marks, "italic"))
    for part in session.parts:
        _add_part(what, part)
    if session.broadcast:
        word.add_line(what, (f"{words['broadcast']}: {session.broadcast}", ""))


def _add_part(place: Any, part: Part) -> None:
    word.add_line(
        place,
        (f"{part.part}: " if part.part else "", ""),
        (part.name, "bold"),
        (f", {part.post}" if part.post else "", ""),
        (f" – {part.topic}" if part.topic else "", "italic"),
        (f" ({part.minutes})" if part.minutes else "", ""),
    )
