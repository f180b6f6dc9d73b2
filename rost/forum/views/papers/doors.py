"""Preconditions of the pages of papers, and how their answers look."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.directory.rules import Visitor, may
from rost.forum.actions.papers import Paper
from rost.forum.forms.badges import ParticipantField
from rost.forum.models import Edition
from rost.forum.rules import KEEP_DOORS
from rost.forum.views.desk.doors import tools
from rost.forum.views.registration.doors import needing, visitor_of
from rost.forum.views.registration.table import signed_in

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WRONG, CONFLICT = 422, 409


def keeps_doors(visitor: Visitor, edition: Edition) -> bool:
    return may(visitor, KEEP_DOORS, space=edition.space)


keeper_page = needing(KEEP_DOORS, keeps_doors)


def page(
    request: HttpRequest,
    edition: Edition,
    template: str,
    title: str,
    context: dict[str, Any],
    *,
    under: tuple[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """A page under the tabs of the desk and those of papers."""
    papers = (_("Papers"), reverse("forum:papers", args=[edition.slug]))
    steps = [papers] if template != "papers" else []
    crumbs = [
        (edition.name, reverse("forum:edition_desk", args=[edition.slug])),
        *steps,
        *([under] if under else []),
        (title, ""),
    ]
    known = {"edition": edition, "title": title, "crumbs": crumbs, "at_papers": True}
    known |= tools(request, edition)
    return render(request, f"forum/papers/{template}.html", known | context, status=status)


def file_of(paper: Paper) -> HttpResponse:
    """A paper to be saved; it holds names, so nothing on the way keeps it."""
    ending = paper.file_name.rpartition(".")[2]
    response = HttpResponse(paper.data, content_type=TYPES[ending])
    response["Content-Disposition"] = f'attachment; filename="{paper.file_name}"'
    response["Cache-Control"] = "no-store"
    return response


def note_view(request: HttpRequest, edition: Edition, register: str, rows: int) -> None:
    record_access(
        person=signed_in(request),
        act=AccessRecord.Act.VIEW,
        register=register,
        rows=rows,
        about=edition.space,
        now=visitor_of(request).now,
    )


def note_candidates(
    request: HttpRequest, edition: Edition, form: forms.Form, participant: str
) -> None:
    """The names that the field offers to choose from are about to be seen."""
    field = form.fields[participant]
    if isinstance(field, ParticipantField) and field.candidates:
        note_view(request, edition, "forum.registrations", len(field.candidates))
