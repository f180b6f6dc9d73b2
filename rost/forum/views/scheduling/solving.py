"""One computation: asked for, watched, stopped, compared, taken over, computed once more."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.documents.actions.batches import stop
from rost.forum.actions import scheduling as actions
from rost.forum.forms.scheduling import SolvingForm
from rost.forum.models import Edition, Solving
from rost.forum.queries.scheduling.solvings import get_solving
from rost.forum.rules import EDIT_PROGRAMME, SOLVE_PROGRAMME
from rost.forum.views.desk.doors import back_unless_posted, now_of, visitor_of, with_right
from rost.ui.refusals import Refusal

from .doors import schedule_page
from .overview import overview
from .shown import progress_of, two_compared, whole_of

View = Callable[..., HttpResponse]
CONFLICT = 409


def with_solving(view: View) -> View:
    @wraps(view)
    def door(request: HttpRequest, edition: Edition, solving: int, **rest: Any) -> HttpResponse:
        row = get_solving(edition, solving)
        if row is None:
            raise Http404
        return view(request, edition, row, **rest)

    return door


@with_right(SOLVE_PROGRAMME)
@back_unless_posted("forum:desk_schedule")
def solving_new(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = SolvingForm(request.POST)
    if not form.is_valid():
        return overview(request, edition, form=form, status=422)
    try:
        row = actions.begin_solving(
            edition=edition,
            kind=form.cleaned_data["kind"],
            seconds=form.cleaned_data["seconds"],
            by=visitor_of(request).person,
            language=get_language() or "ru",
            now=now_of(request),
        )
    except Refusal as refusal:
        return overview(request, edition, refusal=str(refusal.message), status=CONFLICT)
    return redirect("forum:solving", edition.slug, row.pk)


@require_safe
@never_cache
@with_right(SOLVE_PROGRAMME)
@with_solving
def solving(request: HttpRequest, edition: Edition, row: Solving) -> HttpResponse:
    """While it is under way the page asks for its own middle again."""
    return shown(request, edition, row)


def shown(
    request: HttpRequest, edition: Edition, row: Solving, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    context = {"solving": row, "refusal": refusal, **progress_of(row, now_of(request))}
    if request.headers.get("HX-Request") and context["under_way"]:
        return render(
            request, "forum/scheduling/parts/progress.html", {"edition": edition, **context}
        )
    if not context["under_way"]:
        context |= whole_of(edition, row)
    response = schedule_page(request, "solving", edition, _title(row), context, status=status)
    if request.headers.get("HX-Request"):
        response.headers["HX-Refresh"] = "true"
    return response


def _title(row: Solving) -> str:
    return _("Computation № %(number)s") % {"number": row.pk}


@require_POST
@with_right(SOLVE_PROGRAMME)
@with_solving
def solving_stop(request: HttpRequest, edition: Edition, row: Solving) -> HttpResponse:
    try:
        if row.batch is not None:
            stop(batch=row.batch, now=now_of(request))
    except Refusal as refusal:
        messages.info(request, str(refusal.message))
    else:
        messages.info(request, _("It stops; the best programme found so far stays."))
    return redirect("forum:solving", edition.slug, row.pk)


@require_POST
@with_right(SOLVE_PROGRAMME)
@with_solving
def solving_continuation(request: HttpRequest, edition: Edition, row: Solving) -> HttpResponse:
    """After it was cut off: on from the best that was found."""
    try:
        actions.go_on(solving=row, now=now_of(request))
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    return redirect("forum:solving", edition.slug, row.pk)


@require_POST
@with_right(SOLVE_PROGRAMME)
@with_solving
def solving_repetition(request: HttpRequest, edition: Edition, row: Solving) -> HttpResponse:
    try:
        again = actions.repeat_solving(
            solving=row,
            by=visitor_of(request).person,
            language=get_language() or "ru",
            now=now_of(request),
        )
    except Refusal as refusal:
        return shown(request, edition, row, refusal=str(refusal.message), status=CONFLICT)
    return redirect("forum:solving", edition.slug, again.pk)


@require_POST
@with_right(EDIT_PROGRAMME)
@with_solving
def solving_acceptance(request: HttpRequest, edition: Edition, row: Solving) -> HttpResponse:
    try:
        moved = actions.accept_solving(
            solving=row, by=visitor_of(request).person, now=now_of(request)
        )
    except Refusal as refusal:
        return shown(request, edition, row, refusal=str(refusal.message), status=CONFLICT)
    said = ngettext(
        "Taken over into the draft: %(number)s session has moved. Look at it, then approve.",
        "Taken over into the draft: %(number)s sessions have moved. Look at it, then approve.",
        moved,
    )
    messages.success(request, said % {"number": moved})
    return redirect("forum:desk_programme", edition.slug)


@require_safe
@with_right(SOLVE_PROGRAMME)
@with_solving
def solving_file(request: HttpRequest, edition: Edition, row: Solving) -> HttpResponse:
    """Everything needed to compute it again elsewhere; people are numbers in it."""
    whole = {
        "problem": row.problem,
        "digest": row.digest,
        "limits": row.limits,
        "versions": row.versions,
        "clock": row.frame,
        "status": row.status,
        "plan": row.plan,
        "objective": row.objective,
        "bound": row.bound,
        "history": row.history,
    }
    visitor = visitor_of(request)
    if visitor.person is not None and request.method == "GET":
        record_access(
            person=visitor.person,
            act=AccessRecord.Act.EXPORT,
            register="forum.solvings",
            rows=len(row.problem.get("people", ())),
            now=visitor.now,
            about=edition.slug,
        )
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    name = f"{edition.slug}-solving-{row.pk}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
@with_right(SOLVE_PROGRAMME)
@with_solving
def solvings_compared(
    request: HttpRequest, edition: Edition, row: Solving, other: int
) -> HttpResponse:
    """Two computations side by side, both as the later problem sees them."""
    second = get_solving(edition, other)
    if second is None or not row.plan or not second.plan:
        raise Http404
    context = {"solving": row, "other": second, **two_compared(edition, row, second)}
    under = (_title(row), reverse("forum:solving", args=[edition.slug, row.pk]))
    title = _("№ %(one)s against № %(other)s") % {"one": row.pk, "other": second.pk}
    return schedule_page(request, "compared", edition, title, context, under=under)
