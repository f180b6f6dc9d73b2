"""One commitment as those concerned see it: «Вы обещали», the answer, and what shows it is done.

Everybody sees the same page once it is confirmed, without the forms.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rost.directory.rules import may
from rost.forum.actions import commitments as actions
from rost.forum.forms.commitments import AnswerForm, EvidenceForm, ReasonForm
from rost.forum.messages.commitments import standing_text, standing_tone
from rost.forum.models import Commitment, CommitmentKind, CommitmentState, Edition
from rost.forum.queries.commitments import get_commitment_for, may_answer
from rost.forum.queries.commitments.listing import came_to, named_people, shown_promiser
from rost.forum.rules import KEEP_COMMITMENTS
from rost.forum.views.desk.doors import done as filled
from rost.forum.views.desk.doors import now_of, visitor_of
from rost.forum.views.registration.doors import edition_page

from .doors import day_in


@require_safe
@edition_page
def commitment(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    row = get_commitment_for(visitor_of(request), edition, number)
    if row is None:
        if visitor_of(request).person is None:
            return redirect_to_login(request.get_full_path())
        raise Http404
    return one_page(request, edition, row)


def one_page(
    request: HttpRequest, edition: Edition, row: Commitment, *, status: int = 200, **forms: Any
) -> HttpResponse:
    visitor, today = visitor_of(request), day_in(edition, request)
    came = came_to(row, today)
    mine = may_answer(visitor.person, row, today)
    keeps = may(visitor, KEEP_COMMITMENTS, space=edition.space)
    closes = (mine or keeps) and row.state == CommitmentState.CONFIRMED
    answering = mine and row.state in (CommitmentState.NOTED, CommitmentState.REFUSED)
    initial = {"text": row.text, "due_on": row.due_on, "wording": row.wording}
    named = named_people(edition, [row])
    context = {
        "edition": edition,
        "row": row,
        "promiser": row.promiser if mine or keeps else shown_promiser(row, named),
        "standing": standing_text(row, came),
        "tone": standing_tone(row, came),
        "mine": mine,
        "keeps": keeps,
        "answering": answering,
        "form": forms.get("answer") or AnswerForm(initial=initial),
        "evidence": forms.get("evidence")
        or (EvidenceForm(kind=row.kind, initial={"on": today}) if closes else None),
        "reason": forms.get("reason") or (ReasonForm(initial={"on": today}) if closes else None),
        "goes_on": row.carried_to is not None and (mine or keeps or row.carried_to.is_public),
        "shows_evidence": mine or keeps or row.evidence_public,
        "crumbs": [
            (edition.name, reverse("forum:edition", args=[edition.slug])),
            (_("Commitments"), reverse("forum:commitments", args=[edition.slug])),
            (_("№ %(number)s") % {"number": row.number}, ""),
        ],
    }
    return render(request, "forum/commitments/own.html", context, status=status)


def concerned(request: HttpRequest, edition: Edition, number: int, *, keepers: bool) -> Commitment:
    """The row, for who promised it, or also for the secretaries."""
    visitor = visitor_of(request)
    row = get_commitment_for(visitor, edition, number)
    if row is None or visitor.person is None:
        raise Http404
    mine = may_answer(visitor.person, row, day_in(edition, request))
    if mine or (keepers and may(visitor, KEEP_COMMITMENTS, space=edition.space)):
        return row
    raise Http404


@require_POST
@edition_page
def commitment_answer(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    """Yes, not so, or otherwise."""
    row = concerned(request, edition, number, keepers=False)
    form = AnswerForm(request.POST)
    if filled(form, lambda: answer(request, row, form)):
        messages.success(request, _("Thank you, your answer is kept."))
        return redirect("forum:commitment", edition.slug, row.number)
    return one_page(request, edition, row, status=422, answer=form)


def answer(request: HttpRequest, row: Commitment, form: AnswerForm) -> None:
    by, now, data = visitor_of(request).person, now_of(request), form.cleaned_data
    assert by is not None
    known: dict[str, Any] = {"commitment": row, "wording": data["wording"], "by": by, "now": now}
    said = request.POST.get("answer", "")
    if said == "yes":
        actions.confirm(**known)
    elif said == "otherwise":
        actions.propose(
            text=data["text"] or row.text,
            due_on=data["due_on"] or row.due_on,
            words=data["words"],
            **known,
        )
    else:
        actions.refuse(words=data["words"], **known)


@require_POST
@edition_page
def commitment_closing(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    """Done, with what shows it; or dropped, with the reason."""
    row = concerned(request, edition, number, keepers=True)
    if request.POST.get("closing") == "dropped":
        reason = ReasonForm(request.POST)
        good = filled(
            reason,
            lambda: actions.drop(commitment=row, now=now_of(request), **reason.cleaned_data),
        )
        left: dict[str, Any] = {"reason": reason}
    else:
        evidence = EvidenceForm(request.POST, request.FILES, kind=row.kind)
        act = actions.keep_by_material if row.kind == CommitmentKind.MATERIALS else actions.keep
        good = filled(
            evidence, lambda: act(commitment=row, now=now_of(request), **evidence.cleaned_data)
        )
        left = {"evidence": evidence}
    if good:
        messages.success(request, _("Saved. Thank you for telling how it ended."))
        return redirect("forum:commitment", edition.slug, row.number)
    return one_page(request, edition, row, status=422, **left)
