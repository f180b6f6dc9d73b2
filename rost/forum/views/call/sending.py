"""Sending, mending, withdrawing, removing: one button each, asked first where it is for good."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rost.forum.actions.call import remove_draft, send_project, take_back, withdraw
from rost.forum.forms.call import ReasonForm
from rost.forum.models import Project
from rost.forum.views.registration.doors import visitor_of
from rost.ui.refusals import Refusal

from .doors import CONFLICT, WRONG, project_crumbs, project_page
from .own import back, overview


@require_http_methods(["GET", "HEAD", "POST"])
@project_page
def project_sending(request: HttpRequest, project: Project) -> HttpResponse:
    now = visitor_of(request).now
    return acted(
        request,
        project,
        lambda: send_project(project=project, now=now),
        _("Sent. The receipt is in your messages."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@project_page
def project_mending(request: HttpRequest, project: Project) -> HttpResponse:
    now = visitor_of(request).now
    return acted(
        request,
        project,
        lambda: take_back(project=project, now=now),
        _("The project is a draft again. Do not forget to send it before the call closes."),
    )


def acted(
    request: HttpRequest, project: Project, act: Callable[[], object], said: str
) -> HttpResponse:
    """A button of the project's page; merely opened, its address leads back to that page."""
    if request.method != "POST":
        return back(request, project)
    try:
        act()
    except Refusal as refusal:
        return overview(request, project, refusal=str(refusal.message), status=CONFLICT)
    return back(request, project, said)


@require_http_methods(["GET", "HEAD", "POST"])
@project_page
def project_withdrawal(request: HttpRequest, project: Project) -> HttpResponse:
    form = ReasonForm(request.POST if request.method == "POST" else None)
    refusal = ""
    if form.is_valid():
        reason, now = form.cleaned_data["reason"], visitor_of(request).now
        try:
            withdraw(project=project, reason=reason, now=now)
        except Refusal as refused:
            refusal = str(refused.message)
        else:
            return back(request, project, _("The project is withdrawn."))
    context = {
        "edition": project.call.edition,
        "project": project,
        "form": form,
        "refusal": refusal,
        "crumbs": project_crumbs(project, _("Withdrawing")),
    }
    status = CONFLICT if refusal else WRONG if form.errors else 200
    return render(request, "forum/call/withdrawal.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@project_page
def project_removal(request: HttpRequest, project: Project) -> HttpResponse:
    """Asked first: a removed draft does not come back. Only its author removes it."""
    if request.method != "POST" or project.author_id != getattr(
        visitor_of(request).person, "pk", None
    ):
        context = {
            "edition": project.call.edition,
            "project": project,
            "crumbs": project_crumbs(project, _("Removing")),
        }
        return render(request, "forum/call/removal.html", context)
    slug = project.call.edition.slug
    try:
        remove_draft(project=project)
    except Refusal as refusal:
        return overview(request, project, refusal=str(refusal.message), status=CONFLICT)
    messages.success(request, _("The draft is removed."))
    return redirect("forum:own_projects", slug)
