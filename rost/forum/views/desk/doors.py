"""Preconditions of the desk's pages, and what they share: crumbs, refusals as form errors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, cast

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from rost.directory.rules import Right, Visitor, may
from rost.forum.models import Edition
from rost.forum.queries.editions import get_edition_for
from rost.forum.rules import (
    APPROVE_PROGRAMME,
    EDIT_EDITION,
    EDIT_PROGRAMME,
    ISSUE_CERTIFICATES,
    KEEP_CALL,
    KEEP_COMMITMENTS,
    KEEP_DOORS,
    MANAGE_REGISTRATIONS,
    SEE_ACCOUNT,
    SEE_DRAFT,
)
from rost.ui.refusals import Refusal

View = Callable[..., HttpResponse]


def visitor_of(request: HttpRequest) -> Visitor:
    return cast("Visitor", request.visitor)  # type: ignore[attr-defined]


def now_of(request: HttpRequest) -> datetime:
    return visitor_of(request).now


def with_right(right: Right) -> Callable[[View], View]:
    """The view gets the edition; for whoever lacks the right there the page does not exist.

    Times on the desk are read and written in the edition's own time.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def door(request: HttpRequest, slug: str, **rest: Any) -> HttpResponse:
            edition = get_edition_for(visitor_of(request), slug, right)
            if edition is None:
                raise Http404
            with timezone.override(edition.timezone):
                return view(request, edition, **rest)

        return door

    return decorate


def back_unless_posted(name: str, *keys: str) -> Callable[[View], View]:
    """An address that only takes forms leads back to their page when it is merely opened, as it
    is by a reader who changes the language after a mistake."""

    def decorate(view: View) -> View:
        @wraps(view)
        def door(request: HttpRequest, edition: Edition, **rest: Any) -> HttpResponse:
            if request.method != "POST":
                return redirect(name, edition.slug, *(rest[key] for key in keys))
            return view(request, edition, **rest)

        return door

    return decorate


def page(
    request: HttpRequest,
    template: str,
    edition: Edition,
    title: str,
    context: dict[str, Any] | None = None,
    *,
    under: tuple[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """A page of the desk: its tools, where it stands, its title."""
    desk = (_("Desk"), reverse("forum:edition_desk", args=[edition.slug]))
    crumbs = [(edition.name, desk[1]), *([under] if under else []), (title, "")]
    known = {"edition": edition, "title": title, "crumbs": crumbs, **tools(request, edition)}
    return render(request, f"forum/desk/{template}.html", known | (context or {}), status=status)


def tools(request: HttpRequest, edition: Edition) -> dict[str, bool]:
    """What the visitor may do at this desk: the tabs and the steps shown follow it."""
    visitor, space = visitor_of(request), edition.space
    return {
        "has_desk": may(visitor, SEE_DRAFT, space=space),
        "may_edit": may(visitor, EDIT_EDITION, space=space),
        "may_plan": may(visitor, EDIT_PROGRAMME, space=space),
        "may_approve": may(visitor, APPROVE_PROGRAMME, space=space),
        "may_register": may(visitor, MANAGE_REGISTRATIONS, space=space),
        "may_keep_call": may(visitor, KEEP_CALL, space=space),
        "may_keep_doors": may(visitor, KEEP_DOORS, space=space),
        "may_certify": may(visitor, ISSUE_CERTIFICATES, space=space),
        "may_commit": may(visitor, KEEP_COMMITMENTS, space=space),
        "may_account": may(visitor, SEE_ACCOUNT, space=space),
    }


def form_page(
    request: HttpRequest,
    edition: Edition,
    title: str,
    form: forms.Form,
    *,
    under: tuple[str, str] | None = None,
    save: str = "",
    lead: str = "",
) -> HttpResponse:
    """One form on a page of its own."""
    context = {"form": form, "save": save or _("Save"), "lead": lead}
    status = 200 if not form.errors else 422
    return page(request, "form", edition, title, context, under=under, status=status)


def done(form: forms.Form, act: Callable[[], object]) -> bool:
    """Do it if the form is right; a refusal becomes the form's own error, what was typed stays."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return False
    return True


def seen_of(form: forms.Form, name: str = "seen") -> datetime | None:
    """The hidden moment of last change that the page was drawn with."""
    return parse_seen(str(form.cleaned_data.get(name, "")))


def parse_seen(text: str) -> datetime | None:
    """None for what no page of ours has written."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return None if moment is None or timezone.is_naive(moment) else moment
