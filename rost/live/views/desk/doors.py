"""Preconditions of the moderator's pages, and what they share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rost.directory.rules import Visitor, may, needs_second_factor
from rost.forum.models import Edition
from rost.forum.queries.editions import get_edition_for
from rost.forum.views.desk.doors import tools
from rost.live.models import HallQuestion, Poll
from rost.live.queries.desk import moderated_by
from rost.live.queries.doors import Hall, floor_for_desk, question_for
from rost.live.rules import KEEP_HALL

View = Callable[..., HttpResponse]
WRONG = 422
TABS = "forum/desk/parts/tools.html"  # the forum draws its own tabs over our page


def visitor_of(request: HttpRequest) -> Visitor:
    visitor: Visitor = request.visitor  # type: ignore[attr-defined]
    return visitor


def floor_desk_page(view: View) -> View:
    """The view gets the hall, for whoever keeps it: of the edition, or moderating this session."""

    @login_required
    @never_cache
    @wraps(view)
    def door(request: HttpRequest, slug: str, code: str, **rest: Any) -> HttpResponse:
        hall = floor_for_desk(visitor_of(request), slug, code)
        if hall is None:
            return _turned_away(request)
        with timezone.override(hall.edition.timezone):
            return view(request, hall, **rest)

    guarded: View = door
    return guarded


def edition_desk_page(view: View) -> View:
    """The view gets the edition and the codes it is for: None is every session."""

    @login_required
    @never_cache
    @wraps(view)
    def door(request: HttpRequest, slug: str, **rest: Any) -> HttpResponse:
        visitor = visitor_of(request)
        edition = get_edition_for(visitor, slug, KEEP_HALL)
        own: set[str] | None = None
        if edition is None:
            edition = get_edition_for(visitor, slug)
            own = moderated_by(visitor.person.pk, edition) if visitor.person and edition else set()
        if edition is None or own == set():
            return _turned_away(request)
        with timezone.override(edition.timezone):
            return view(request, edition, own, **rest)

    guarded: View = door
    return guarded


def keepers_only(view: View) -> View:
    """Within `edition_desk_page`: not for those who moderate one session."""

    @wraps(view)
    def door(
        request: HttpRequest, edition: Edition, own: set[str] | None, **rest: Any
    ) -> HttpResponse:
        if own is not None:
            raise Http404
        return view(request, edition, **rest)

    return door


def of_question(view: View) -> View:
    """Within `floor_desk_page`: the view gets a question of this hall."""

    @wraps(view)
    def door(request: HttpRequest, hall: Hall, question: UUID, **rest: Any) -> HttpResponse:
        found = question_for(hall, question)
        if found is None:
            raise Http404
        return view(request, hall, found, **rest)

    return door


def of_poll(view: View) -> View:
    """Within `floor_desk_page`: the view gets a poll of this hall."""

    @wraps(view)
    def door(request: HttpRequest, hall: Hall, poll: int, **rest: Any) -> HttpResponse:
        found = Poll.objects.filter(floor=hall.floor, pk=poll).first()
        if found is None:
            raise Http404
        return view(request, hall, found, **rest)

    return door


def keeps_edition(request: HttpRequest, edition: Edition) -> bool:
    return may(visitor_of(request), KEEP_HALL, space=edition.space)


def page(
    request: HttpRequest,
    template: str,
    edition: Edition,
    title: str,
    context: dict[str, Any],
    *,
    hall: Hall | None = None,
    status: int = 200,
) -> HttpResponse:
    """A page of the desk: tabs for those who have them, where it stands, its title."""
    has = tools(request, edition)
    name = "forum:edition_desk" if has["has_desk"] else "forum:edition"
    first = reverse(name, args=[edition.slug])
    crumbs = [(edition.name, first)]
    if template != "desk_hall":
        crumbs.append((_("Hall"), reverse("live:desk_hall", args=[edition.slug])))
    if hall is not None and template != "desk_floor":
        crumbs.append((hall.planned.title, back_address(hall)))
    known = {
        "edition": edition,
        "hall": hall,
        "title": title,
        "crumbs": [*crumbs, (title, "")],
        "keeps_edition": keeps_edition(request, edition),
        "tabs": render_to_string(TABS, {"edition": edition, **has}, request),
    }
    return render(request, f"live/desk/{template}.html", known | context, status=status)


def back_address(hall: Hall, question: HallQuestion | None = None) -> str:
    """The desk of the hall; back to where the question stands, where it is named."""
    address = reverse("live:desk_floor", args=[hall.edition.slug, hall.planned.code])
    return f"{address}#q-{question.pk}" if question is not None else address


def back(hall: Hall, question: HallQuestion | None = None) -> HttpResponse:
    return redirect(back_address(hall, question))


def _turned_away(request: HttpRequest) -> HttpResponse:
    """Staff whose rights sleep are led to their second factor; to others nothing is there."""
    if needs_second_factor(visitor_of(request), KEEP_HALL):
        query = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('account_second_factor')}?{query}")
    raise Http404
