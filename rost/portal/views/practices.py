"""«Make it a practice»: one tap on the page of a project."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rost.directory.rules import Visitor
from rost.forum.queries.committee import see_project
from rost.forum.queries.editions import get_edition_for
from rost.library.queries.practices import get_practice_for
from rost.portal.actions.practices import NotPresented, make_practice


@require_POST
@login_required
def project_practice(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """For the authors and for organisers on their behalf; for others there is no such address."""
    visitor: Visitor = request.visitor  # type: ignore[attr-defined]
    edition = get_edition_for(visitor, slug)
    seen = see_project(visitor, edition, code) if edition is not None else None
    if seen is None or visitor.person is None or not (seen.author or seen.decides):
        raise Http404
    try:
        practice, new = make_practice(project=seen.project, by=visitor.person, now=visitor.now)
    except NotPresented:
        raise Http404 from None
    if get_practice_for(visitor, practice.pk) is not None:
        if new:
            messages.success(request, _("The draft of the practice is begun: the passport is in."))
        return redirect("library:draft", practice.pk)
    messages.success(request, _("The draft of the practice is there; its authors see it."))
    return redirect("forum:project", slug, code)
