"""«Can we do it?»: computed for any municipality, kept nowhere."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rost.directory.models import Municipality
from rost.directory.queries.visitors import local_day
from rost.library.forms.conditions import AnswersForm, FitPlaceForm, answers_in
from rost.library.models import Practice
from rost.library.queries.adoption.doors import adoptable, may_adopt_for, own_reach, standing_at
from rost.library.queries.adoption.whom import whom_to_call
from rost.library.queries.conditions.context import needs_of
from rost.library.queries.conditions.fit import conditions_of, fit_of, similar_that_fit
from rost.library.queries.conditions.place import known_of
from rost.library.views.adoption.doors import crumbs
from rost.library.views.doors import LARGEST_NUMBER, WRONG, visitor_of


@require_safe
@never_cache
def fit(request: HttpRequest, number: int) -> HttpResponse:
    practice = adoptable(number) if number <= LARGEST_NUMBER else None
    if practice is None:
        raise Http404
    visitor = visitor_of(request)
    day, own = local_day(visitor.now), own_reach(visitor)
    form = FitPlaceForm(request.GET if "place" in request.GET else None, day=day)
    place = own[0] if own and not form.is_bound else None
    if form.is_bound and form.is_valid():
        place = form.cleaned_data["place"]
    context = {
        "practice": practice,
        "place_form": form if place is None else FitPlaceForm(initial={"place": place}, day=day),
        "own": own,
        "place": place,
        "needs": needs_of(conditions_of(practice.version), get_language() or "ru"),
        "crumbs": crumbs(practice, (_("Can we do it?"), "")),
    }
    if place is not None:
        context |= answered(request, practice, place)
    status = WRONG if form.is_bound and not form.is_valid() else 200
    return render(request, "library/conditions/fit.html", context, status=status)


def answered(request: HttpRequest, practice: Practice, place: Municipality) -> dict[str, Any]:
    visitor = visitor_of(request)
    day, answers = local_day(visitor.now), answers_in(request.GET)
    known = known_of(place, day=day, answers=answers)
    found = fit_of(conditions_of(practice.version), known, get_language() or "ru")
    questions = AnswersForm(found.questions, answers)
    return {
        "fit": found,
        "asked": [(one, questions.of(one)) for one in found.lines],
        "questions": found.questions,
        "similar": similar_that_fit(practice, place, day=day),
        "adopted": standing_at(practice, place),
        "may_adopt": place in own_reach(visitor) or may_adopt_for(visitor, place),
        "callers": whom_to_call(practice),
    }
