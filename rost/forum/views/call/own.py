"""My projects, and one of them: where it stands and what to do next."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rost.core.passport import missing
from rost.forum.actions.call import begin_project
from rost.forum.forms.call import CoAuthorForm, FileForm
from rost.forum.messages.call import FIELD_NAMES, countdown, passport_view
from rost.forum.models import Call, Project
from rost.forum.queries.call import invitations_for, passport_of, stage_of
from rost.forum.queries.call import own_projects as projects_made
from rost.forum.rules.call import CallStage
from rost.forum.views.registration.doors import visitor_of
from rost.ui.refusals import Refusal

from .doors import CONFLICT, author_page, crumbs, person_of, project_crumbs, project_page


@require_http_methods(["GET", "HEAD", "POST"])
@author_page
def own_projects(request: HttpRequest, call: Call) -> HttpResponse:
    """The list; sending an empty form here begins a project."""
    person, now = person_of(request), visitor_of(request).now
    if request.method == "POST":
        try:
            project = begin_project(
                call=call, author=person, language=get_language() or "ru", now=now
            )
        except Refusal as refusal:
            return listed(request, call, refusal=str(refusal.message))
        return redirect("forum:project_form", call.edition.slug, project.code)
    return listed(request, call)


def listed(request: HttpRequest, call: Call, refusal: str = "") -> HttpResponse:
    person, now = person_of(request), visitor_of(request).now
    context = {
        "edition": call.edition,
        "call": call,
        "stage": stage_of(call, now),
        "projects": projects_made(person, call.edition),
        "invitations": invitations_for(person, call.edition),
        "refusal": refusal,
        "crumbs": crumbs(call, (_("My projects"), "")),
    }
    status = CONFLICT if refusal else 200
    return render(request, "forum/call/own_projects.html", context, status=status)


@require_safe
@project_page
def own_project(request: HttpRequest, project: Project) -> HttpResponse:
    return overview(request, project)


def overview(request: HttpRequest, project: Project, **more: Any) -> HttpResponse:
    """The project with what is missing, its co-authors and files; `more` replaces a form."""
    visitor, language = visitor_of(request), get_language() or "ru"
    call, passport = project.call, passport_of(project)
    stage = stage_of(call, visitor.now)
    status = more.pop("status", 200)
    context = {
        "edition": call.edition,
        "call": call,
        "project": project,
        "stage": stage,
        "left": countdown(call.closes_at, visitor.now) if stage is CallStage.OPEN else "",
        "passport": passport_view(passport, language),
        "missing": [(name, FIELD_NAMES[name]) for name in missing(passport)],
        "co_authors": list(project.co_authors.select_related("person")),
        "files": list(project.files.all()),
        "is_first": visitor.person is not None and visitor.person.pk == project.author_id,
        "person": visitor.person,
        "co_author_form": CoAuthorForm(),
        "file_form": FileForm(),
        "crumbs": project_crumbs(project),
    }
    return render(request, "forum/call/own_project.html", context | more, status=status)


def back(request: HttpRequest, project: Project, said: str = "") -> HttpResponse:
    if said:
        messages.success(request, said)
    return redirect("forum:own_project", project.call.edition.slug, project.code)
