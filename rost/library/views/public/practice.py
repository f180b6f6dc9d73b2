"""The page of a practice, its older versions, what changed between them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rost.directory.queries.visitors import midnight_after
from rost.library.models import Practice, PracticeState, Version
from rost.library.queries.adoption.context import adoption_context
from rost.library.queries.conditions.context import conditions_context
from rost.library.queries.practices import (
    conditions_of,
    get_practice_for,
    grown_of,
    is_author,
    origins_of,
    passport_of,
)
from rost.library.queries.public.differences import differences_of
from rost.library.queries.public.practices import (
    files_of,
    photos_of,
    public_practice,
    version_of,
    versions_of,
)
from rost.library.queries.public.reading import reading_of
from rost.library.queries.reviews.context import review_context
from rost.library.views.doors import LARGEST_NUMBER, visitor_of
from rost.ui.languages import in_language

GONE = 410


def found(number: int) -> Practice:
    practice = public_practice(number) if number <= LARGEST_NUMBER else None
    if practice is None:
        raise Http404
    return practice


@require_safe
def practice(request: HttpRequest, number: int) -> HttpResponse:
    """What everybody reads; those who work on one that is not published yet are led to it."""
    visitor = visitor_of(request)
    if visitor.person is not None and number <= LARGEST_NUMBER:
        own = get_practice_for(visitor, number)
        if own is not None and own.version_id is None:
            return redirect("library:draft", number)
    one = found(number)
    if one.state == PracticeState.WITHDRAWN:
        return withdrawn(request, one)
    assert one.version is not None
    return page(request, one, one.version)


@require_safe
def version(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """An older version, as it was; the one in force has one address only."""
    one = found(number)
    if one.state == PracticeState.WITHDRAWN:
        return withdrawn(request, one)
    old = version_of(one, version) if version <= LARGEST_NUMBER else None
    if old is None:
        raise Http404
    if old.pk == one.version_id:
        return redirect("library:practice", number)
    return page(request, one, old)


@require_safe
def version_changes(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """What this version changed in the one before it."""
    one = found(number)
    if one.state == PracticeState.WITHDRAWN:
        return withdrawn(request, one)
    new = version_of(one, version) if version <= LARGEST_NUMBER else None
    old = version_of(one, version - 1) if new is not None else None
    if new is None or old is None:
        raise Http404
    context = {
        "practice": one,
        "old": old,
        "new": new,
        "differences": differences_of(old, new, get_language() or "ru"),
        "crumbs": crumbs(one, _("Changes")),
    }
    return render(request, "library/public/changes.html", context)


def page(request: HttpRequest, one: Practice, shown: Version) -> HttpResponse:
    visitor, language = visitor_of(request), get_language() or "ru"
    passport = passport_of(shown)
    current = shown.pk == one.version_id
    context: dict[str, Any] = {
        "practice": one,
        "shown": shown,
        "current": current,
        "reading": reading_of(passport, conditions_of(shown), language),
        "photos": photos_of(shown),
        "files": files_of(shown),
        "videos": shown.videos,
        "contact": passport_of(one.version).contact if one.version and one.shows_contact else "",
        "versions": list(versions_of(one)),
        "origins": [
            (card.title, "" if card.withdrawn_at else in_language(card.path, language))
            for card in origins_of(one)
        ],
        "is_author": is_author(visitor.person, one),
        "crumbs": crumbs(one) if current else crumbs(one, _("Version %s") % shown.number),
        **review_context(one, visitor, language),
    }
    if current:
        context |= adoption_context(one, visitor, language)
        context |= conditions_context(one, visitor, language)
    answer = render(request, "library/public/practice.html", context)
    answer.kept = visitor.person is None and not request.GET  # type: ignore[attr-defined]
    answer.kept_until = midnight_after(visitor.now)  # type: ignore[attr-defined]  # seals end
    return answer


def withdrawn(request: HttpRequest, one: Practice) -> HttpResponse:
    """The trace: title, day, reason, and what grew from it."""
    visitor, language = visitor_of(request), get_language() or "ru"
    context = {
        "practice": one,
        "grown": [(card.title, in_language(card.path, language)) for card in grown_of(one)],
        "crumbs": crumbs(one),
        **review_context(one, visitor, language),
    }
    return render(request, "library/review/withdrawn.html", context, status=GONE)


def crumbs(one: Practice, step: str = "") -> list[tuple[str, str]]:
    title = one.version.title if one.version is not None else one.title
    here = reverse("library:practice", args=[one.pk]) if step else ""
    listed = (_("Practices"), reverse("library:practices"))
    return [listed, (title, here), *([(step, "")] if step else [])]
