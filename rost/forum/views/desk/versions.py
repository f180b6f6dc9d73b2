"""Approved versions, the difference of any two, and approving the draft."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rost.core.programme.difference import Difference
from rost.core.programme.model import Programme
from rost.forum.actions.approval import approve, changes_by_person
from rost.forum.forms.desk import ApprovalForm
from rost.forum.messages.differences import Wording, part_lines
from rost.forum.messages.findings import LEVEL_NAMES, finding_text
from rost.forum.models import Edition, Version
from rost.forum.queries.findings import findings_of
from rost.forum.queries.versions import (
    draft_digest,
    since,
    unpublished_difference,
    version_programme,
)
from rost.forum.rules import APPROVE_PROGRAMME, SEE_DRAFT
from rost.forum.rules.programme import stopping_approval

from .doors import done, now_of, page, visitor_of, with_right


def _under(edition: Edition) -> tuple[str, str]:
    return _("Versions"), reverse("forum:desk_versions", args=[edition.slug])


@require_safe
@with_right(SEE_DRAFT)
def versions(request: HttpRequest, edition: Edition) -> HttpResponse:
    """All versions; two of them chosen in the address are compared."""
    rows = list(edition.versions.defer("content").select_related("approved_by"))
    numbers = {str(row.number) for row in rows}
    old, new = request.GET.get("old", ""), request.GET.get("new", "")
    if old in numbers and new in numbers and old != new:
        first, last = sorted((int(old), int(new)))
        return redirect("forum:desk_difference", edition.slug, first, last)
    context = {"versions": rows, "asked": bool(old or new)}
    return page(request, "versions", edition, _("Versions"), context)


@require_safe
@with_right(SEE_DRAFT)
def difference(request: HttpRequest, edition: Edition, old: int, new: int) -> HttpResponse:
    """What changed from one approved version to another; made to be printed."""
    was = get_object_or_404(Version, edition=edition, number=old)
    now = get_object_or_404(Version, edition=edition, number=new)
    first, last = version_programme(was), version_programme(now)
    context = {"was": was, "now": now, **in_words(since(first, last), first, last)}
    title = _("From version %(old)s to version %(new)s") % {"old": old, "new": new}
    return page(request, "difference", edition, title, context, under=_under(edition))


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(SEE_DRAFT)
def approval(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The draft against what is published, whom it touches, what stops it, and the approval."""
    return _approve(request, edition.slug) if request.method == "POST" else _draft(request, edition)


def _draft(
    request: HttpRequest, edition: Edition, form: ApprovalForm | None = None
) -> HttpResponse:
    found, old, new = unpublished_difference(edition)
    findings = findings_of(edition, new)
    context: dict[str, Any] = {
        "form": form or ApprovalForm(initial={"seen": draft_digest(new)}),
        "first": old is None,
        "sessions": len(new.sessions),
        "stopping": [
            (LEVEL_NAMES[one.level], finding_text(one, new)) for one in stopping_approval(findings)
        ],
        "findings": len(findings),
        "told": len(changes_by_person(edition, found)),
        **in_words(found, old, new),
    }
    status = 409 if form is not None and form.errors else 200
    title = _("Draft and approval")
    return page(request, "approval", edition, title, context, under=_under(edition), status=status)


@with_right(APPROVE_PROGRAMME)
def _approve(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = ApprovalForm(request.POST)
    made: list[Version] = []

    def freeze() -> None:
        made.append(
            approve(
                edition=edition,
                by=visitor_of(request).person,
                now=now_of(request),
                **form.cleaned_data,
            )
        )

    if not done(form, freeze):
        again = request.POST.copy()
        again["seen"] = draft_digest(unpublished_difference(edition)[2])
        form.data = again
        return _draft(request, edition, form)
    messages.success(
        request,
        _("Version %(number)s is approved and published. Those it touches have been told.")
        % {"number": made[0].number},
    )
    return redirect("forum:desk_versions", edition.slug)


def in_words(found: Difference, old: Programme | None, new: Programme) -> dict[str, Any]:
    """Changes as lines of a table: of sessions, and of halls, routes, days, tracks."""
    wording = Wording(old, new)
    return {
        "lines": [wording.line(change) for change in found.sessions],
        "parts": part_lines(found),
    }
