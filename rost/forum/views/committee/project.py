"""The page of a project: everybody's once it is accepted, its authors' from the day it is sent."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rost.forum.messages.call import passport_view
from rost.forum.models import Edition, Project, ProjectState
from rost.forum.models.programme import State
from rost.forum.queries.call import passport_of
from rost.forum.queries.committee import authors_shown, see_project, words_to_author
from rost.forum.queries.committee.practice import may_become_practice, practice_path
from rost.forum.queries.published import published_of
from rost.forum.queries.vote import result_of
from rost.forum.views.registration.doors import crumbs, edition_page, visitor_of
from rost.ui.languages import in_language


@require_safe
@edition_page
def project(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    visitor, language = visitor_of(request), get_language() or "ru"
    seen = see_project(visitor, edition, code)
    if seen is None:
        raise Http404
    one, inside = seen.project, seen.author or seen.decides
    passport = passport_of(one)
    result, path = result_of(one.call), practice_path(one) if seen.author else ""
    context = {
        "edition": edition,
        "project": one,
        "seen": seen,
        "state": ProjectState(one.state).label,
        "accepted": one.state == ProjectState.ACCEPTED,
        "passport": passport_view(passport if inside else replace(passport, contact=""), language),
        "authors": authors_shown(one),
        "session": session_of(one),
        "result": result.line(one) if result is not None else None,
        "words": words_to_author(one) if inside else (),
        "practice_offered": inside and may_become_practice(one, visitor.now),
        "practice": in_language(path, language) if path else "",
        "crumbs": crumbs(edition, _("Projects"), one.title),
    }
    return render(request, "forum/committee/project.html", context)


def session_of(project: Project) -> object:
    """As the approved programme has it; one of the draft is not public yet."""
    published = published_of(project.call.edition)
    if project.session is None or published is None:
        return None
    found = published.sessions.get(project.session.code)
    return found if found is not None and found.state != State.CANCELLED.value else None
