"""An adoption and the tree of a practice, for everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rost.core.passport import load
from rost.directory.queries.visitors import local_day
from rost.directory.rules import Visitor
from rost.library.forms.adoption import EvidenceForm
from rost.library.models import Adoption, Practice
from rost.library.queries.adoption.compared import compared
from rost.library.queries.adoption.doors import keeps
from rost.library.queries.adoption.drawing import drawing_of
from rost.library.queries.adoption.growth import practice_grown_from
from rost.library.queries.adoption.tree import every, items_of, tree_of
from rost.library.queries.adoption.whom import whom_to_call
from rost.library.views.doors import visitor_of

from .doors import adoption_page, crumbs, practice_page


@require_safe
@adoption_page
def adoption(request: HttpRequest, adoption: Adoption) -> HttpResponse:
    response = shown(request, adoption)
    keep_anonymous(response, visitor_of(request))
    return response


def shown(
    request: HttpRequest,
    adoption: Adoption,
    *,
    evidence_form: EvidenceForm | None = None,
    status: int = 200,
) -> HttpResponse:
    visitor = visitor_of(request)
    results = list(adoption.results.order_by("months"))
    told = [one for one in results if one.told_at is not None]
    context = {
        "adoption": adoption,
        "practice": adoption.practice,
        "original": adoption.version,
        "steps": list(adoption.steps.order_by("number")),
        "results": results,
        "told": told,
        "rows": compared(load(adoption.version.passport), told) if told else (),
        "evidence": list(adoption.evidence.all()),
        "grown": practice_grown_from(adoption),
        "keeps": keeps(visitor, adoption),
        "today": local_day(visitor.now),
        "evidence_form": evidence_form or EvidenceForm(),
        "crumbs": crumbs(adoption.practice, (_("Repetition"), "")),
    }
    return render(request, "library/adoption/adoption.html", context, status=status)


@require_safe
@practice_page
def tree(request: HttpRequest, practice: Practice) -> HttpResponse:
    root = tree_of(practice)
    context = {
        "practice": practice,
        "items": items_of(root),
        "places": len({one.place.pk for one in every(root) if one.place is not None}) - 1,
        "drawing": drawing_of(root),
        "callers": whom_to_call(practice),
        "crumbs": crumbs(practice, (_("Who has repeated it"), "")),
    }
    response = render(request, "library/adoption/tree.html", context)
    keep_anonymous(response, visitor_of(request))
    return response


def keep_anonymous(response: HttpResponse, visitor: Visitor) -> None:
    """For strangers the page is the same until something is saved."""
    if visitor.person is None:
        response.kept = True  # type: ignore[attr-defined]
