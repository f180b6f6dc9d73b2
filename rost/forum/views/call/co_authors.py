"""Co-authors: asked, answering on their page or by the link of a letter, taken out."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rost.directory.adapters.limits import within_limit
from rost.forum.actions.call import answer_invitation, invite_co_author, remove_co_author
from rost.forum.forms.call import CoAuthorForm
from rost.forum.messages.call import invite_by_letter
from rost.forum.models import Call, CoAuthor, Project
from rost.forum.queries.call import invitation_by, invitations_for
from rost.forum.views.registration.doors import visitor_of
from rost.ui.refusals import Refusal

from .doors import (
    CONFLICT,
    WRONG,
    author_page,
    call_page,
    crumbs,
    person_of,
    project_page,
)
from .own import back, overview


@require_http_methods(["GET", "HEAD", "POST"])
@project_page
def co_author_new(request: HttpRequest, project: Project) -> HttpResponse:
    """The link is shown once to the author too: letters get lost, telephones pass it on."""
    if request.method != "POST":
        return back(request, project)
    form = CoAuthorForm(request.POST)
    if not form.is_valid():
        return overview(request, project, co_author_form=form, status=WRONG)
    now = visitor_of(request).now
    if not within_limit(request, "invitation"):
        form.add_error(None, _("Twenty people a day are the most. Ask the others tomorrow."))
        return overview(request, project, co_author_form=form, status=CONFLICT)
    try:
        invitation, secret = invite_co_author(project=project, **form.cleaned_data, now=now)
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return overview(request, project, co_author_form=form, status=CONFLICT)
    invitation.project = project
    sent = invitation.person_id is not None or invite_by_letter(
        invitation, form.cleaned_data["email"], secret
    )
    path = reverse("forum:co_author_key", args=[project.call.edition.slug, secret])
    link = settings.SITE_URL + path
    return overview(request, project, invited=invitation, letter_sent=sent, link=link)


@require_POST
@project_page
def co_author_removal(request: HttpRequest, project: Project, number: int) -> HttpResponse:
    """The author takes anybody out; a co-author only leaves."""
    person = person_of(request)
    row = CoAuthor.objects.filter(project=project, pk=number).first()
    if row is not None and person.pk not in (project.author_id, row.person_id):
        raise Http404
    remove_co_author(project=project, number=number)
    if person.pk != project.author_id:
        messages.success(request, _("You are not a co-author of this project any more."))
        return redirect("forum:own_projects", project.call.edition.slug)
    return back(request, project, _("Removed from the co-authors."))


@require_http_methods(["GET", "HEAD", "POST"])
@call_page
def co_author_key(request: HttpRequest, call: Call, secret: str) -> HttpResponse:
    """The page behind the link of a letter: what it is about, and yes or no after signing in."""
    invitation = invitation_by(call.edition, secret)
    person = visitor_of(request).person
    if invitation is not None and request.method == "POST":
        if person is None:
            return redirect_to_login(request.path)
        return answered(request, invitation)
    context = {
        "edition": call.edition,
        "invitation": invitation,
        "crumbs": crumbs(call, (_("Invitation"), "")),
    }
    return render(request, "forum/call/invitation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@author_page
def co_author_answer(request: HttpRequest, call: Call, number: int) -> HttpResponse:
    """The same answer from the page of projects, for those whom the platform knows."""
    if request.method != "POST":
        return redirect("forum:own_projects", call.edition.slug)
    own = invitations_for(person_of(request), call.edition)
    invitation = next((one for one in own if one.pk == number), None)
    if invitation is None:
        raise Http404
    return answered(request, invitation)


def answered(request: HttpRequest, invitation: CoAuthor) -> HttpResponse:
    accepts, edition = request.POST.get("answer") == "yes", invitation.project.call.edition
    code = invitation.project.code
    try:
        answer_invitation(
            invitation=invitation,
            person=person_of(request),
            accepts=accepts,
            now=visitor_of(request).now,
        )
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
        return redirect("forum:own_projects", edition.slug)
    if not accepts:
        messages.success(request, _("You have said no; the project goes on without you."))
        return redirect("forum:own_projects", edition.slug)
    messages.success(request, _("You are a co-author now: you see the project and can mend it."))
    return redirect("forum:own_project", edition.slug, code)
