"""Files of a project: added, removed, handed out through one door and never shown inline."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import cast

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.forum.actions.call import add_file, remove_file
from rost.forum.forms.call import FileForm
from rost.forum.models import Edition, Project, ProjectFile
from rost.forum.queries.call import may_open_file
from rost.forum.views.registration.doors import participant_page, visitor_of
from rost.ui.refusals import Refusal

from .doors import CONFLICT, WRONG, project_page
from .own import back, overview


@require_http_methods(["GET", "HEAD", "POST"])
@project_page
def project_file_new(request: HttpRequest, project: Project) -> HttpResponse:
    if request.method != "POST":
        return back(request, project)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return overview(request, project, file_form=form, status=WRONG)
    try:
        add_file(project=project, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return overview(request, project, file_form=form, status=CONFLICT)
    return back(request, project, _("The file is added."))


@require_POST
@project_page
def project_file_removal(request: HttpRequest, project: Project, file: int) -> HttpResponse:
    try:
        remove_file(project=project, number=file)
    except Refusal as refusal:
        return overview(request, project, refusal=str(refusal.message), status=CONFLICT)
    return back(request, project, _("The file is removed."))


@require_safe
@participant_page
def project_file(request: HttpRequest, edition: Edition, code: str, file: int) -> HttpResponse:
    found = get_object_or_404(
        ProjectFile.objects.select_related("project__call"),
        project__call__edition=edition,
        project__code=code,
        pk=file,
    )
    name = found.file.name or ""
    allowed = may_open_file(visitor_of(request), edition, found)
    if not allowed or not found.file.storage.exists(name):
        raise Http404
    title = f"{found.title[:100]}{PurePosixPath(name).suffix}"
    answer = FileResponse(found.file.open("rb"), as_attachment=True, filename=title)
    answer.headers["Cache-Control"] = "no-store"
    return cast("HttpResponse", answer)  # it streams, and doors declare whole answers
