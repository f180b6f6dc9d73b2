"""Printing as work in the background: what was asked is in the batch, what was made is its file.

Each notes what it printed at the moment it was asked for, so a work done twice notes once.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rost.directory.models import Person
from rost.documents.models import Batch
from rost.documents.queries.works import Progress, Result
from rost.forum.models import Edition
from rost.ui.refusals import Refusal

from .making import Paper, badges_paper, list_paper, sheets_paper

BADGES, SHEETS, LISTS = "forum.badges", "forum.sheets", "forum.lists"


class AskerGone(Refusal):
    """The log must say who printed; the person who asked is no longer on the platform."""

    def __init__(self) -> None:
        super().__init__(
            gettext_lazy("Whoever asked for this is not on the platform any more. Ask again.")
        )


def run_badges(batch: Batch, progress: Progress, now: datetime) -> Result:
    edition, by = asked(batch)
    wanted: dict[str, Any] = batch.wanted
    total = len(wanted["badges"])
    progress(0, total)
    paper = badges_paper(
        edition=edition,
        badges=wanted["badges"],
        variant=wanted["variant"],
        language=batch.language,
        reason=wanted["reason"],
        by=by,
        now=batch.asked_at,
    )
    return result_of(paper, progress, total)


def run_sheets(batch: Batch, progress: Progress, now: datetime) -> Result:
    edition, by = asked(batch)
    wanted: dict[str, Any] = batch.wanted
    total = len(wanted["sheets"])
    progress(0, total)
    paper = sheets_paper(
        edition=edition,
        sheets=wanted["sheets"],
        form=wanted["form"],
        language=batch.language,
        by=by,
        now=batch.asked_at,
    )
    return result_of(paper, progress, total)


def run_list(batch: Batch, progress: Progress, now: datetime) -> Result:
    edition, by = asked(batch)
    wanted: dict[str, Any] = batch.wanted
    progress(0, wanted["people"])
    paper = list_paper(
        edition=edition,
        category=wanted["category"],
        district=wanted["district"],
        form=wanted["form"],
        language=batch.language,
        by=by,
        now=batch.asked_at,
    )
    return result_of(paper, progress, wanted["people"])


def asked(batch: Batch) -> tuple[Edition, Person]:
    edition = Edition.objects.get(pk=int(batch.space.rpartition(":")[2]))
    if batch.asked_by is None:
        raise AskerGone
    return edition, batch.asked_by


def result_of(paper: Paper, progress: Progress, total: int) -> Result:
    progress(total, total)
    return Result(
        rows=paper.rows,
        note=_("Print it from the file; taking the file goes into the log."),
        file_name=paper.file_name,
        data=paper.data,
    )
