"""The organiser's side: the list of offered projects, the term, the criteria."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rost.core.tables import write_xlsx
from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.forum.actions.call import set_call, set_criteria
from rost.forum.forms.call import CallForm, CriteriaForm, FilterForm
from rost.forum.forms.call.desk import terms_of
from rost.forum.models import Call, Edition, ProjectState
from rost.forum.queries.call import (
    Filter,
    authors_of,
    call_of,
    counts_by_state,
    export_sheet,
    projects_found,
    stage_of,
)
from rost.forum.queries.call.table import tracks_of
from rost.forum.rules import KEEP_CALL
from rost.forum.views.desk.doors import done, now_of, tools, with_right
from rost.forum.views.registration.table import XLSX, download, signed_in

PER_PAGE = 50
REGISTER = "forum.projects"


@require_safe
@with_right(KEEP_CALL)
def desk_projects(request: HttpRequest, edition: Edition) -> HttpResponse:
    call = call_of(edition)
    if call is None:
        return redirect("forum:desk_call", edition.slug)
    form = FilterForm(request.GET, tracks=tracks_of(call))
    wanted = form.wanted
    pages = Paginator(projects_found(call, wanted), PER_PAGE)
    page_obj = pages.get_page(request.GET.get("page"))
    note(request, edition, AccessRecord.Act.VIEW, len(page_obj.object_list), wanted)
    counts = counts_by_state(call)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "call": call,
        "stage": stage_of(call, now_of(request)),
        "form": form,
        "page_obj": page_obj,
        "rows": [(one, authors_of(one)) for one in page_obj.object_list],
        "counts": [
            (state, label, counts[state])
            for state, label in ProjectState.choices
            if state != ProjectState.DRAFT
        ],
        "drafts": counts[ProjectState.DRAFT],
        "query": query.urlencode(),
    }
    return page(request, "desk", edition, _("Projects"), context)


@require_safe
@with_right(KEEP_CALL)
def projects_export(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The filtered rows as XLSX; who took it and how many rows is written down."""
    call = known(edition)
    wanted = FilterForm(request.GET, tracks=tracks_of(call)).wanted
    projects = list(projects_found(call, wanted))
    sheet = export_sheet(
        projects,
        title=_("Projects"),
        headings=headings(),
        language=get_language() or "ru",
        zone=ZoneInfo(edition.timezone),
    )
    note(request, edition, AccessRecord.Act.EXPORT, len(projects), wanted)
    return download(write_xlsx([sheet]), f"projects-{edition.slug}.xlsx", XLSX)


def headings() -> list[str]:
    return [
        "№",
        pgettext("project", "Number"),
        _("Name of the project"),
        _("Status"),
        pgettext("programme", "Track"),
        _("Municipality"),
        _("Municipality code"),
        _("District"),
        _("Organisation"),
        _("Authors"),
        _("Local issues"),
        pgettext("project", "Year"),
        _("Money in all, roubles"),
        _("Whom to ask"),
        pgettext("project", "Sent"),
        _("Reason"),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(KEEP_CALL)
def desk_call(request: HttpRequest, edition: Edition) -> HttpResponse:
    call = call_of(edition)
    form = CallForm(request.POST or None, initial=terms_of(call))
    if request.method == "POST" and done(
        form, lambda: set_call(edition=edition, **form.cleaned_data)
    ):
        messages.success(request, _("Saved."))
        return redirect("forum:desk_call", edition.slug)
    context = {"form": form, "call": call}
    status = 422 if form.errors else 200
    return page(request, "settings", edition, _("The call"), context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(KEEP_CALL)
def desk_criteria(request: HttpRequest, edition: Edition) -> HttpResponse:
    call = call_of(edition)
    if call is None:
        return redirect("forum:desk_call", edition.slug)
    form = CriteriaForm(request.POST or None, call=call)
    if request.method == "POST" and done(
        form, lambda: set_criteria(call=call, criteria=form.criteria)
    ):
        messages.success(request, _("Saved."))
        return redirect("forum:desk_criteria", edition.slug)
    context = {"form": form, "call": call}
    status = 422 if form.errors else 200
    return page(request, "criteria", edition, _("Criteria"), context, status=status)


def page(
    request: HttpRequest,
    template: str,
    edition: Edition,
    title: str,
    context: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """A page under the tab «Projects» of the desk."""
    desk = reverse("forum:edition_desk", args=[edition.slug])
    known = {
        "edition": edition,
        "title": title,
        "crumbs": [(edition.name, desk), (title, "")],
        **tools(request, edition),
    }
    return render(request, f"forum/call/{template}.html", known | context, status=status)


def known(edition: Edition) -> Call:
    call = call_of(edition)
    if call is None:
        raise Http404
    return call


def note(request: HttpRequest, edition: Edition, act: str, rows: int, wanted: Filter) -> None:
    record_access(
        person=signed_in(request),
        act=act,
        register=REGISTER,
        rows=rows,
        about=f"{edition.space} {wanted}".strip(),
        now=now_of(request),
    )
