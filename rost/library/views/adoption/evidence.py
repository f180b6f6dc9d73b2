"""Photographs and files of an adoption: added, removed, handed out."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import cast

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.library.actions.adoption import add_evidence, remove_evidence
from rost.library.forms.adoption import EvidenceForm
from rost.library.models import Adoption
from rost.library.views.doors import CONFLICT, LARGEST_NUMBER, WRONG, visitor_of
from rost.ui.refusals import Refusal

from .doors import address_of, adoption_page, back, open_page
from .public import shown


@require_http_methods(["GET", "HEAD", "POST"])
@open_page
def evidence_new(request: HttpRequest, adoption: Adoption) -> HttpResponse:
    if request.method != "POST":
        return redirect(address_of(adoption))
    form = EvidenceForm(request.POST, request.FILES)
    if not form.is_valid():
        return shown(request, adoption, evidence_form=form, status=WRONG)
    try:
        add_evidence(adoption=adoption, **form.cleaned_data, now=visitor_of(request).now)
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return shown(request, adoption, evidence_form=form, status=CONFLICT)
    return back(request, adoption, _("Added."))


@require_POST
@open_page
def evidence_removal(request: HttpRequest, adoption: Adoption, file: int) -> HttpResponse:
    try:
        remove_evidence(adoption=adoption, number=min(file, LARGEST_NUMBER))
    except Refusal as refusal:
        form = EvidenceForm({})
        form.add_error(None, str(refusal.message))
        return shown(request, adoption, evidence_form=form, status=CONFLICT)
    return back(request, adoption, _("Removed."))


@require_safe
@adoption_page
def evidence_file(request: HttpRequest, adoption: Adoption, file: int) -> HttpResponse:
    """A photograph is our own WebP and shown; a file of somebody's is only handed out."""
    row = adoption.evidence.filter(pk=min(file, LARGEST_NUMBER)).first()
    wanted = row.small if row is not None and "small" in request.GET else row and row.file
    name = wanted.name if wanted else ""
    if row is None or not wanted or not name or not wanted.storage.exists(name):
        raise Http404
    title = f"{row.title[:100]}{PurePosixPath(name).suffix}"
    answer = FileResponse(wanted.open("rb"), as_attachment=not row.is_photo, filename=title)
    answer.headers["Cache-Control"] = "public, max-age=86400"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return cast("HttpResponse", answer)  # it streams, and doors declare whole answers
