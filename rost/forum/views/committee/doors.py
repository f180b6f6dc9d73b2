"""Preconditions of the committee's pages; hidden means not found."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from rost.directory.actions.records import record_access
from rost.directory.rules import Visitor, may
from rost.forum.models import Call, Edition, Project
from rost.forum.queries.committee import call_of, get_project_for
from rost.forum.rules import DECIDE_PROJECTS, REVIEW_PROJECTS
from rost.forum.views.registration.doors import needing, visitor_of
from rost.forum.views.registration.table import signed_in

REGISTER = "forum.projects"


def reviews(visitor: Visitor, edition: Edition) -> bool:
    return may(visitor, REVIEW_PROJECTS, space=edition.space)


def decides(visitor: Visitor, edition: Edition) -> bool:
    return may(visitor, DECIDE_PROJECTS, space=edition.space)


reviewer_page = needing(REVIEW_PROJECTS, reviews)
decider_page = needing(DECIDE_PROJECTS, decides)


def call_or_404(edition: Edition) -> Call:
    call = call_of(edition)
    if call is None:
        raise Http404
    return call


def project_or_404(request: HttpRequest, edition: Edition, code: str) -> Project:
    project = get_project_for(visitor_of(request), edition, code)
    if project is None:
        raise Http404
    return project


def note(request: HttpRequest, edition: Edition, act: str, rows: int, code: str = "") -> None:
    """A line of the log: reviewers, their marks and authors are people."""
    record_access(
        person=signed_in(request),
        act=act,
        register=REGISTER,
        rows=rows,
        about=f"{edition.space} {code}".strip(),
        now=visitor_of(request).now,
    )
