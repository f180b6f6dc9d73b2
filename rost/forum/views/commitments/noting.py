"""Noting many lines in one sitting: by the secretaries, and by the moderator of a session."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from rost.directory.rules import may
from rost.forum.actions import commitments as actions
from rost.forum.forms.commitments import Sitting
from rost.forum.models import CommitmentKind, Edition, Session
from rost.forum.queries.commitments import may_note, promiser_by_text
from rost.forum.queries.commitments.listing import sessions_for, speakers_of
from rost.forum.rules import KEEP_COMMITMENTS
from rost.forum.views.desk.doors import now_of, tools, visitor_of
from rost.forum.views.registration.doors import edition_page

from .doors import day_in, keeper_page


@require_http_methods(["GET", "HEAD", "POST"])
@keeper_page
def noting(request: HttpRequest, edition: Edition) -> HttpResponse:
    return sitting_page(request, edition, None)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@edition_page
def session_noting(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    session = get_object_or_404(Session, edition=edition, code=code)
    if not may_note(visitor_of(request), edition, session):
        raise Http404
    return sitting_page(request, edition, session)


def sitting_page(request: HttpRequest, edition: Edition, fixed: Session | None) -> HttpResponse:
    sessions = [fixed] if fixed is not None else sessions_for(edition)
    wanted = fixed.code if fixed is not None else request.GET.get("session", "")[:10]
    sitting = Sitting(request.POST or None, sessions=sessions, session=wanted)
    more = "more" in request.POST
    if request.method == "POST" and not more and sitting.is_valid(with_session=fixed is not None):
        made = keep_lines(request, edition, fixed, sitting)
        if made:
            return after(request, edition, fixed, sitting, made)
        messages.info(request, _("There was nothing new to note."))
    elif request.method == "POST" and more:
        sitting.is_valid(with_session=True)  # what was typed stands, its faults are told at the end
    keeps = may(visitor_of(request), KEEP_COMMITMENTS, space=edition.space)
    context = {
        "edition": edition,
        "title": _("Note commitments"),
        "sitting": sitting,
        "more": more,
        "session": fixed,
        "keeps": keeps,
        "at_commitments": True,
        "speakers": speakers_of(fixed or chosen(edition, wanted)),
        "crumbs": crumbs(edition, fixed, keeps=keeps),
        **(tools(request, edition) if fixed is None else {}),
    }
    wrong = request.method == "POST" and not more and bool(sitting.wrong)
    return render(request, "forum/commitments/noting.html", context, status=422 if wrong else 200)


def keep_lines(
    request: HttpRequest, edition: Edition, fixed: Session | None, sitting: Sitting
) -> int:
    session = fixed or chosen(edition, sitting.head.cleaned_data["session"])
    day = day_in(edition, request)
    entries = []
    for guid, data in sitting.filled():
        who = promiser_by_text(edition, session, data["who"], day)
        entries.append(
            actions.Entry(
                guid=guid,
                text=data["text"],
                due_on=data["due_on"],
                promiser=who.written,
                person=who.person,
                organisation=who.organisation,
                municipality=who.municipality,
                session=session,
                kind=(CommitmentKind.MATERIALS if data["materials"] else CommitmentKind.COMMITMENT),
                indicator=data["indicator"],
            )
        )
    by = visitor_of(request).person
    return len(actions.note(edition=edition, entries=entries, by=by, now=now_of(request)))


def after(
    request: HttpRequest, edition: Edition, fixed: Session | None, sitting: Sitting, made: int
) -> HttpResponse:
    """The same page with empty lines: the discussion goes on."""
    said = ngettext("%(number)s line is noted.", "%(number)s lines are noted.", made)
    messages.success(request, said % {"number": made})
    if fixed is not None:
        return redirect("forum:session_noting", edition.slug, fixed.code)
    address = reverse("forum:commitments_noting", args=[edition.slug])
    session = sitting.head.cleaned_data["session"]
    return redirect(f"{address}?session={session}" if session else address)


def chosen(edition: Edition, code: str) -> Session | None:
    return Session.objects.filter(edition=edition, code=code).first() if code else None


def crumbs(edition: Edition, fixed: Session | None, *, keeps: bool) -> list[tuple[str, str]]:
    steps = [(edition.name, reverse("forum:edition", args=[edition.slug]))]
    if keeps:
        desk = reverse("forum:commitments_desk", args=[edition.slug])
        steps.append((_("Commitments"), desk))
    if fixed is not None:
        steps.append((fixed.title, reverse("forum:session", args=[edition.slug, fixed.code])))
    return [*steps, (_("Note commitments"), "")]
