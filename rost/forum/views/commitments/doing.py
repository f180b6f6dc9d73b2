"""Acts of the secretaries on one commitment; each is a form of its own that leads back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from rost.forum.actions import commitments as actions
from rost.forum.forms.commitments import BasisForm, CarryForm, CommitmentForm
from rost.forum.models import Commitment, Edition, Session
from rost.forum.queries.commitments.listing import sessions_for
from rost.forum.views.desk.doors import done as filled
from rost.forum.views.desk.doors import now_of, visitor_of

from .desk import facts_of, offered_forums, one_page, people_of
from .doors import day_in, done, keeper_of_one, keeper_page


def back(edition: Edition, row: Commitment) -> HttpResponse:
    return redirect("forum:commitment_desk", edition.slug, row.number)


@require_POST
@keeper_page
def commitments_asking(request: HttpRequest, edition: Edition) -> HttpResponse:
    asked = actions.ask_all(edition=edition, now=now_of(request))
    if asked:
        said = ngettext("%(number)s question is sent.", "%(number)s questions are sent.", asked)
        messages.success(request, said % {"number": asked})
    else:
        messages.info(
            request,
            _("There is nobody to ask: all have been asked, or have no account. Record their "
              "answers on their behalf."),
        )  # fmt: skip
    return redirect("forum:commitments_desk", edition.slug)


@require_POST
@keeper_of_one
def commitment_asking(request: HttpRequest, edition: Edition, row: Commitment) -> HttpResponse:
    people: list[object] = []
    if done(
        request,
        lambda: people.extend(actions.ask(commitment=row, now=now_of(request))),
        _("The question is sent."),
    ) and not people:  # fmt: skip
        messages.warning(request, _("Nobody could be asked: link a person or a municipality."))
    return back(edition, row)


@require_POST
@keeper_of_one
def commitment_behalf(request: HttpRequest, edition: Edition, row: Commitment) -> HttpResponse:
    """Recorded for somebody without an account, with its basis."""
    basis, by = BasisForm(request.POST), visitor_of(request).person
    assert by is not None
    if filled(
        basis,
        lambda: actions.confirm_on_behalf(
            commitment=row, basis=basis.cleaned_data["basis"], by=by, now=now_of(request)
        ),
    ):
        messages.success(request, _("The confirmation is recorded with its basis."))
        return back(edition, row)
    form = CommitmentForm(
        initial=facts_of(row),
        sessions=sessions_for(edition),
        people=people_of(edition),
        day=day_in(edition, request),
    )
    return one_page(request, edition, row, form=form, basis=basis, status=422)


@require_POST
@keeper_of_one
def commitment_proposal(request: HttpRequest, edition: Edition, row: Commitment) -> HttpResponse:
    """Accept the proposed wording, or leave the line as noted."""
    if request.POST.get("answer") == "accept":
        done(
            request,
            lambda: actions.accept_proposal(
                commitment=row, now=now_of(request), seen=request.POST.get("seen", "")
            ),
            _("The proposed wording is accepted; the commitment is confirmed in it."),
        )
    else:
        done(
            request,
            lambda: actions.decline_proposal(commitment=row),
            _("The line stays as it was noted. Ask about it again when you have agreed."),
        )
    return back(edition, row)


@require_POST
@keeper_of_one
def commitment_removal(request: HttpRequest, edition: Edition, row: Commitment) -> HttpResponse:
    if done(request, lambda: actions.remove(commitment=row), _("The line is removed.")):
        return redirect("forum:commitments_desk", edition.slug)
    return back(edition, row)


@require_POST
@keeper_of_one
def commitment_reopening(request: HttpRequest, edition: Edition, row: Commitment) -> HttpResponse:
    done(request, lambda: actions.reopen(commitment=row), _("The commitment is open again."))
    return back(edition, row)


@require_POST
@keeper_of_one
def commitment_evidence_showing(
    request: HttpRequest, edition: Edition, row: Commitment
) -> HttpResponse:
    public = request.POST.get("public") == "yes"
    said = _("Everybody sees the evidence now.") if public else _("The evidence is hidden again.")
    done(request, lambda: actions.show_evidence(commitment=row, public=public), said)
    return back(edition, row)


@require_POST
@keeper_of_one
def commitment_carrying(request: HttpRequest, edition: Edition, row: Commitment) -> HttpResponse:
    """To the resolution of the next forum, or to a session where it is reported on."""
    if request.POST.get("where") == "nowhere":
        actions.take_back_carried(commitment=row)
        messages.success(request, _("It is not taken to the next forum any more."))
        return back(edition, row)
    form = CarryForm(request.POST, offered=offered_forums(row))
    if not form.is_valid():
        messages.error(request, _("Choose a later forum and one of its own sessions."))
        return back(edition, row)
    number, _colon, code = form.cleaned_data["where"].partition(":")
    later = Edition.objects.get(pk=int(number))
    session = Session.objects.filter(edition=later, code=code).first()
    done(
        request,
        lambda: actions.carry_over(commitment=row, edition=later, session=session),
        _("It is taken to the next forum."),
    )
    return back(edition, row)
