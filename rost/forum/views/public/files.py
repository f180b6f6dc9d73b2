"""Files of an edition and of its approved sessions: handed out to be saved, never shown inline."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from rost.directory.rules import may
from rost.forum.models import Edition, EditionDocument, Material
from rost.forum.queries.draft import material_url
from rost.forum.queries.published import published_of
from rost.forum.rules import SEE_DRAFT

from .doors import public_edition


@public_edition
def document(request: HttpRequest, edition: Edition, document: int) -> HttpResponseBase:
    found = get_object_or_404(EditionDocument, edition=edition, pk=document)
    return _handed_out(found.file, found.title)


@public_edition
def material(request: HttpRequest, edition: Edition, material: int) -> HttpResponseBase:
    """A file of a session; until it is in the approved programme only those who plan it get it."""
    found = get_object_or_404(Material, session__edition=edition, pk=material)
    visitor = request.visitor  # type: ignore[attr-defined]
    if not _is_published(edition, material_url(edition, found)) and not may(
        visitor, SEE_DRAFT, space=edition.space
    ):
        raise Http404
    return _handed_out(found.file, found.title)


def _is_published(edition: Edition, url: str) -> bool:
    published = published_of(edition)
    return published is not None and any(
        one.url == url for session in published.sessions.values() for one in session.materials
    )


def _handed_out(file: FieldFile, title: str) -> HttpResponseBase:
    if not file or not file.storage.exists(file.name or ""):
        raise Http404
    ending = PurePosixPath(file.name or "").suffix
    return FileResponse(file.open("rb"), as_attachment=True, filename=f"{title[:100]}{ending}")
