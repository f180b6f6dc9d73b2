"""The organiser's ranking and decisions: one by one, several at once, on the stage."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rost.core.tables import Cell, Sheet, write_xlsx
from rost.directory.models import AccessRecord
from rost.directory.queries.visitors import local_day
from rost.forum.actions.committee import (
    decide,
    decide_many,
    gather_in_session,
    make_sessions,
    move_up,
)
from rost.forum.forms.committee import OUTCOMES, DecisionForm, StageForm
from rost.forum.messages.call import passport_view
from rost.forum.models import Advice, Call, Edition, Project, ProjectState
from rost.forum.queries.call import authors_of, passport_of
from rost.forum.queries.committee import Row, conflict_of, ranking_of, vacancies
from rost.forum.queries.committee.worked import dossier_of
from rost.forum.rules.committee import score_text
from rost.forum.views.desk.doors import done, now_of, page
from rost.forum.views.registration.table import XLSX, download, signed_in, ticked
from rost.ui.refusals import Refusal

from .doors import call_or_404, decider_page, note, project_or_404

WRONG = 422


@require_safe
@decider_page
def decisions(request: HttpRequest, edition: Edition) -> HttpResponse:
    return table(request, edition, stage_form=None)


def table(
    request: HttpRequest,
    edition: Edition,
    *,
    stage_form: StageForm | None,
    chosen: list[int] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The ranking; what was ticked and typed comes back with a refusal."""
    call = call_or_404(edition)
    ranking, language = ranking_of(call), get_language() or "ru"
    note(request, edition, AccessRecord.Act.VIEW, len(ranking.rows))
    form = stage_form or StageForm(
        initial={"minutes": call.minutes, "title": _("Presentation of projects")}
    )
    context = {
        "call": call,
        "lines": [shown(row, language) for row in ranking.rows],
        "faults": ranking.faults,
        "incomplete": ranking.incomplete,
        "vacancies": vacancies(call, ranking),
        "outcomes": OUTCOMES,
        "stage_form": form,
        "chosen": chosen or [],
        "states": states_of(ranking.rows),
    }
    title = _("Decisions about projects")
    return page(request, "committee/decisions", edition, title, context, status=status)


def shown(row: Row, language: str) -> dict[str, object]:
    return {
        "row": row,
        "score": score_text(row.score, language),
        "spread": score_text(row.ranked.line.spread, language),
        "advice": [(label, row.advice[value]) for value, label in Advice.choices],
        "state": ProjectState(row.project.state).label,
    }


def states_of(rows: tuple[Row, ...]) -> list[tuple[str, int]]:
    known = [one.project.state for one in rows]
    return [
        (str(label), known.count(value)) for value, label in ProjectState.choices if value in known
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@decider_page
def decision(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    """Everything about one project, and the decision."""
    project = project_or_404(request, edition, code)
    language = get_language() or "ru"
    initial = {"state": project.state, "reason": project.reason}
    form = DecisionForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and done(
        form,
        lambda: decide(
            project=project, **form.cleaned_data, by=signed_in(request), now=now_of(request)
        ),
    ):
        messages.success(request, _("Decided; the authors are told."))
        return redirect("forum:desk_decisions", edition.slug)
    row = ranking_of(project.call).row(project)
    own = conflict_of(project, signed_in(request), local_day(now_of(request))) is not None
    dossier = None if own else dossier_of(project, language)  # whose it is, reads no reviewers
    if dossier is not None:
        note(request, edition, AccessRecord.Act.VIEW, len(dossier.reviews), project.code)
    context = {
        "project": project,
        "form": form,
        "state": ProjectState(project.state).label,
        "open": project.state not in (ProjectState.DRAFT, ProjectState.WITHDRAWN),
        "dossier": dossier,
        "line": shown(row, language) if row else None,
        "authors": authors_of(project),
        "passport": passport_view(passport_of(project), language),
    }
    return page(
        request,
        "committee/decision",
        edition,
        project.title,
        context,
        under=under(edition),
        status=WRONG if form.errors else 200,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@decider_page
def decision_preview(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Several at once: what would change is shown first, a second tap does it."""
    if request.method != "POST":
        return redirect("forum:desk_decisions", edition.slug)
    call = call_or_404(edition)
    projects = chosen_of(request, call)
    form = DecisionForm(request.POST)
    if "confirmed" in request.POST and done(
        form,
        lambda: decide_many(
            projects=projects, **form.cleaned_data, by=signed_in(request), now=now_of(request)
        ),
    ):
        messages.success(request, _("Decided; the authors are told."))
        return redirect("forum:desk_decisions", edition.slug)
    if not projects:
        messages.info(request, _("Tick at least one project. Nothing was changed."))
        return redirect("forum:desk_decisions", edition.slug)
    state = form.data.get("state", "")
    context = {
        "form": form,
        "projects": [(one, ProjectState(one.state).label) for one in projects],
        "wanted": dict(OUTCOMES).get(state, ""),
        "needs_reason": state == ProjectState.DECLINED,
    }
    return page(
        request,
        "committee/preview",
        edition,
        _("Check before deciding"),
        context,
        under=under(edition),
        status=WRONG if form.errors else 200,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@decider_page
def reserve_place(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    """The place of a withdrawn project goes to the best of the reserve."""
    project = project_or_404(request, edition, code)
    if request.method == "POST":
        try:
            following = move_up(
                call=project.call, withdrawn=project, by=signed_in(request), now=now_of(request)
            )
            said = _("«%(title)s» is accepted in its place; the authors are told.")
            messages.success(request, said % {"title": following.title})
        except Refusal as refusal:
            messages.error(request, str(refusal.message))
    return redirect("forum:desk_decisions", edition.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@decider_page
def stage(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Ticked projects become sessions: one each, or slots of one."""
    if request.method != "POST":
        return redirect("forum:desk_decisions", edition.slug)
    projects = chosen_of(request, call_or_404(edition))
    form = StageForm(request.POST)
    if not done(form, lambda: on_stage(request, edition, projects, form)):
        for one in form.non_field_errors():
            messages.error(request, str(one))
        chosen = [one.pk for one in projects]
        return table(request, edition, stage_form=form, chosen=chosen, status=WRONG)
    said = ngettext(
        "%(number)s project stands in the draft of the programme.",
        "%(number)s projects stand in the draft of the programme.",
        len(projects),
    )
    messages.success(request, said % {"number": len(projects)})
    return redirect("forum:desk_sessions", edition.slug)


def on_stage(
    request: HttpRequest, edition: Edition, projects: list[Project], form: StageForm
) -> None:
    minutes, now = form.cleaned_data["minutes"], now_of(request)
    if "each" in request.POST:
        make_sessions(projects=projects, minutes=minutes, now=now)
        return
    title = form.cleaned_data["title"] or _("Presentation of projects")
    gather_in_session(edition=edition, projects=projects, title=title, minutes=minutes, now=now)


@require_safe
@decider_page
def decisions_export(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The ranking as an Excel sheet; it names authors, so the log gets its line."""
    ranking, language = ranking_of(call_or_404(edition)), get_language() or "ru"
    header = [
        _("Place in the ranking"),
        _("Title"),
        _("Municipality"),
        _("Author"),
        _("Score"),
        _("Spread of reviewers"),
        _("Reviews"),
        *(str(label) for label in Advice.labels),
        _("State"),
        _("Reason"),
    ]
    rows: list[list[Cell]] = [
        [
            row.ranked.place,
            row.project.title,
            str(row.project.municipality or ""),
            row.project.author.full_name,
            score_text(row.score, language),
            score_text(row.ranked.line.spread, language),
            row.reviews,
            *(row.advice[value] for value in Advice.values),
            str(ProjectState(row.project.state).label),
            row.project.reason,
        ]
        for row in ranking.rows
    ]
    sheet = Sheet(title=_("Projects"), header=header, rows=rows)
    note(request, edition, AccessRecord.Act.EXPORT, len(rows))
    return download(write_xlsx([sheet]), f"projects-{edition.slug}.xlsx", XLSX)


def chosen_of(request: HttpRequest, call: Call) -> list[Project]:
    """The ticked ones, best first."""
    numbers = set(ticked(request, "project"))
    return [one.project for one in ranking_of(call).rows if one.project.pk in numbers]


def under(edition: Edition) -> tuple[str, str]:
    return _("Decisions about projects"), reverse("forum:desk_decisions", args=[edition.slug])
