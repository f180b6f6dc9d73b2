"""Issuing, sending and printing: what was ticked goes into the background and is found again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rost.documents.models import Batch
from rost.forum.actions.certificates import (
    WhyAgain,
    open_issuing,
    open_printing,
    open_renewing,
    open_sending,
)
from rost.forum.forms.certificates import WhyForm, WishForm
from rost.forum.models import Edition
from rost.forum.queries.certificates import Standing, standings_of
from rost.forum.queries.certificates.entitlement import Paper
from rost.forum.rules import ISSUE_CERTIFICATES
from rost.forum.views.desk.doors import back_unless_posted, now_of, page, with_right
from rost.forum.views.registration.table import ticked

from .table import certificates_step, signed_in

POSTED = ["GET", "HEAD", "POST"]


@require_http_methods(POSTED)
@never_cache
@with_right(ISSUE_CERTIFICATES)
@back_unless_posted("forum:certificates")
def certificate_issuing(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Certificates of the ticked, or of everybody who is entitled when the work begins."""
    chosen = None if "every" in request.POST else ticked(request, "registration")
    if chosen == []:
        return nothing(request, edition)
    wording, language, send = WishForm(request.POST).chosen
    batch = open_issuing(
        edition=edition,
        registrations=chosen,
        wording=wording,
        language=language,
        send=send,
        by=signed_in(request),
        interface=interface(),
        now=now_of(request),
    )
    return redirect("documents:batch", batch.pk)


@require_http_methods(POSTED)
@never_cache
@with_right(ISSUE_CERTIFICATES)
@back_unless_posted("forum:certificates")
def certificate_sending(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Certificates of the ticked, or all that were never sent; a second time with a reason."""
    papers = chosen_papers(request, edition)
    if "every" in request.POST:
        papers = [one for one in papers if not one.sent]
    if not papers:
        return nothing(request, edition)
    why = reason(request)
    if not why and all(one.sent for one in papers):
        return ask_why(request, edition, "forum:certificate_sending", str(WhyAgain().message))
    batch = open_sending(
        edition=edition,
        documents=[one.id for one in papers],
        why=why,
        by=signed_in(request),
        interface=interface(),
        now=now_of(request),
    )
    return redirect("documents:batch", batch.pk)


@require_http_methods(POSTED)
@never_cache
@with_right(ISSUE_CERTIFICATES)
@back_unless_posted("forum:certificates")
def certificate_printing(request: HttpRequest, edition: Edition) -> HttpResponse:
    """One file of the ticked certificates, or of all in force; asked why, if not for the first
    time."""
    papers = chosen_papers(request, edition)
    if not papers:
        return nothing(request, edition)
    why = reason(request)
    if not why and any(one.printed for one in papers):
        said = _("Some of them have been printed before. Say why they are printed again.")
        return ask_why(request, edition, "forum:certificate_printing", said)
    batches = open_printing(
        edition=edition,
        documents=[one.id for one in papers],
        why=why,
        by=signed_in(request),
        interface=interface(),
        now=now_of(request),
    )
    return to_batches(request, edition, batches)


@require_http_methods(POSTED)
@never_cache
@with_right(ISSUE_CERTIFICATES)
@back_unless_posted("forum:certificates")
def certificate_renewal(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Certificates whose hours have changed, all or the ticked: revoked, and new ones issued."""
    changed = [pk for pk, one in standings_of(edition).items() if one.changed]
    if "every" not in request.POST:
        wanted = set(ticked(request, "registration"))
        changed = [pk for pk in changed if pk in wanted]
    if not changed:
        return nothing(request, edition)
    why = reason(request)
    if not why:
        said = _("Say why the certificates are revoked and issued anew: the holders are told.")
        return ask_why(request, edition, "forum:certificate_renewal", said)
    batch = open_renewing(
        edition=edition,
        registrations=changed,
        why=why,
        wording=WishForm(request.POST).chosen[0],
        by=signed_in(request),
        interface=interface(),
        now=now_of(request),
    )
    return redirect("documents:batch", batch.pk)


def chosen_papers(request: HttpRequest, edition: Edition) -> list[Paper]:
    """Certificates in force of the ticked registrations, or of everybody."""
    standings = standings_of(edition)
    if "every" in request.POST:
        chosen: list[Standing | None] = list(standings.values())
    else:
        chosen = [standings.get(one) for one in ticked(request, "registration")]
    return [one.paper for one in chosen if one is not None and one.paper is not None]


def reason(request: HttpRequest) -> str:
    return request.POST.get("why", "").strip()[:300]


def interface() -> str:
    return get_language() or "ru"


def nothing(request: HttpRequest, edition: Edition) -> HttpResponse:
    messages.info(request, _("Nothing was begun: tick somebody first."))
    return redirect("forum:certificates", edition.slug)


def ask_why(request: HttpRequest, edition: Edition, action: str, said: str) -> HttpResponse:
    """The same choice once more, with a field for the reason."""
    context = {
        "form": WhyForm(),
        "action": action,
        "said": said,
        "every": "every" in request.POST,
        "chosen": ticked(request, "registration"),
        "wording": WishForm(request.POST).chosen[0],
    }
    title, under = _("Once more?"), certificates_step(edition)
    return page(request, "../certificates/again", edition, title, context, under=under, status=409)


def to_batches(request: HttpRequest, edition: Edition, batches: list[Batch]) -> HttpResponse:
    if len(batches) == 1:
        return redirect("documents:batch", batches[0].pk)
    said = _("The certificates are in several languages: a file for each is being made.")
    messages.info(request, said)
    return redirect("forum:certificates", edition.slug)
