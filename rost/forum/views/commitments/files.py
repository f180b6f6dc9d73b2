"""Commitments as files: the table, the resolution, the evidence of one."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rost.core.tables import Cell, Sheet, write_xlsx
from rost.documents.actions.handling import note
from rost.documents.models import Act
from rost.documents.queries.papers import paper
from rost.forum.messages.commitments import standing_text
from rost.forum.models import CommitmentKind, Edition
from rost.forum.queries.commitments import Row, desk_rows, get_evidence_for
from rost.forum.queries.commitments.resolution import KIND, resolution_of
from rost.forum.views.desk.doors import now_of, visitor_of
from rost.forum.views.papers.doors import TYPES
from rost.forum.views.registration.doors import edition_page
from rost.forum.views.registration.table import XLSX, download

from .desk import filter_of
from .doors import EXPORT, keeper_page, note_access


@require_safe
@keeper_page
def commitments_export(request: HttpRequest, edition: Edition) -> HttpResponse:
    """What the desk's filter leaves, with names as they were noted."""
    rows = desk_rows(edition, filter_of(request), now_of(request))
    head = [
        _("№"), _("Who"), _("What was promised"), _("By"), _("How it stands"), _("Track"),
        _("Session"), _("District"), _("Indicator"), _("Closed on"), _("Result"), _("Evidence"),
        _("Answered"), _("Basis"),
    ]  # fmt: skip
    widths = [6, 34, 60, 12, 20, 24, 40, 24, 24, 12, 40, 30, 12, 30]
    lines = [line_of(row) for row in rows]
    note_access(request, edition, EXPORT, len(rows))
    sheet = Sheet(title=_("Commitments"), header=head, rows=lines, widths=widths)
    return download(write_xlsx([sheet]), f"commitments-{edition.slug}.xlsx", XLSX)


def line_of(row: Row) -> list[Cell]:
    one = row.commitment
    track = one.session.track.name if one.session and one.session.track else ""
    place = one.municipality
    district = (place.parent.name if place.parent else place.name) if place else ""
    return [
        one.number,
        one.promiser,
        one.text,
        one.due_on,
        standing_text(one, row.outcome),
        track,
        one.session.title if one.session else "",
        district,
        one.indicator,
        one.closed_on,
        one.result,
        one.evidence_url or (one.evidence_file.name or "") or (one.material.title if one.material
                                                               else ""),
        one.answered_at.date() if one.answered_at else None,
        one.answer_basis,
    ]  # fmt: skip


@require_safe
@keeper_page
def resolution(request: HttpRequest, edition: Edition, kind: str) -> HttpResponse:
    """To be edited as DOCX, or as PDF; names stand in it, so both logs get their line."""
    if kind not in ("docx", "pdf"):
        raise Http404
    language, now = get_language() or "ru", now_of(request)
    content = resolution_of(
        edition,
        language=language,
        others=_("Common matters"),
        materials=str(CommitmentKind.MATERIALS.label),
    )
    title = _("Resolution of the forum «%(name)s»") % {"name": edition.name}
    made = paper(KIND, [content], language=language, form=kind, title=title)
    named = sum(len(group.points) for group in content.groups) + len(content.reports)
    note_access(request, edition, EXPORT, named)
    note(
        kind=KIND,
        act=Act.DOWNLOADED,
        rows=1,
        by=visitor_of(request).person,
        now=now,
        space=edition.space,
        about=kind,
    )
    return download(made, f"resolution-{edition.slug}.{kind}", TYPES[kind])


@require_safe
@edition_page
def evidence(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    """The file that shows it, to be saved; never shown inline, kept by nobody on the way."""
    row = get_evidence_for(visitor_of(request), edition, number)
    if row is None or not row.evidence_file.storage.exists(row.evidence_file.name or ""):
        raise Http404
    ending = PurePosixPath(row.evidence_file.name or "").suffix
    name = f"{edition.slug}-{row.number}{ending}"
    with row.evidence_file.open("rb") as file:
        return download(file.read(), name, "application/octet-stream")
