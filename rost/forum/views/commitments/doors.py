"""Preconditions of the pages of commitments, and how their pages stand under the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.forum.models import Commitment, Edition
from rost.forum.queries.commitments import get_commitment_for
from rost.forum.rules import KEEP_COMMITMENTS
from rost.forum.views.desk import doors
from rost.forum.views.desk.doors import now_of, visitor_of, with_right
from rost.ui.refusals import Refusal

View = Callable[..., HttpResponse]
REGISTER = "forum.commitments"


def keeper_page(view: View) -> View:
    """For the secretaries; the page is kept nowhere."""
    return never_cache(with_right(KEEP_COMMITMENTS)(view))


def keeper_of_one(view: View) -> View:
    """The same with the commitment of that number."""

    @keeper_page
    @wraps(view)
    def door(request: HttpRequest, edition: Edition, number: int, **rest: Any) -> HttpResponse:
        return view(request, edition, one_or_404(request, edition, number), **rest)

    return door


def one_or_404(request: HttpRequest, edition: Edition, number: int) -> Commitment:
    row = get_commitment_for(visitor_of(request), edition, number)
    if row is None:
        raise Http404
    return row


def page(
    request: HttpRequest,
    edition: Edition,
    template: str,
    title: str,
    context: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """Under the tabs of the desk and those of commitments."""
    under = None
    if template != "desk":
        under = (_("Commitments"), reverse("forum:commitments_desk", args=[edition.slug]))
    known = {"at_commitments": True} | context
    return doors.page(
        request, f"../commitments/{template}", edition, title, known, under=under, status=status
    )


def done(request: HttpRequest, act: Callable[[], object], said: str) -> bool:
    """Do it and say so; a refusal is said instead."""
    try:
        act()
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
        return False
    messages.success(request, said)
    return True


def day_in(edition: Edition, request: HttpRequest) -> date:
    return now_of(request).astimezone(ZoneInfo(edition.timezone)).date()


def note_access(request: HttpRequest, edition: Edition, act: str, rows: int) -> None:
    visitor = visitor_of(request)
    record_access(
        person=visitor.person,
        act=act,
        register=REGISTER,
        rows=rows,
        about=edition.space,
        now=visitor.now,
    )


VIEW, EXPORT = AccessRecord.Act.VIEW, AccessRecord.Act.EXPORT
