"""The page of papers: all that is printed, in one place; a button answers or begins work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rost.documents.models import Batch
from rost.documents.queries.papers import forms as forms_of_kind
from rost.documents.queries.papers import paper as make_paper
from rost.forum.actions.papers import (
    Paper,
    choose_badges,
    print_badges,
    print_list,
    print_sheets,
)
from rost.forum.forms.papers import BadgesForm, ListForm, SheetsForm
from rost.forum.models import Edition
from rost.forum.queries.papers import programme_content
from rost.forum.queries.papers.page import (
    badge_facts,
    list_facts,
    sheet_lines,
    sheet_targets,
    value_of,
    work_of,
)
from rost.forum.queries.registrations_table import categories_of, districts_registered
from rost.forum.views.registration.doors import visitor_of
from rost.forum.views.registration.table import signed_in
from rost.ui.refusals import Refusal

from .doors import WRONG, file_of, keeper_page, page

LANGUAGES = ("ru", "ba", "en")


@require_safe
@keeper_page
def papers(request: HttpRequest, edition: Edition) -> HttpResponse:
    return papers_page(request, edition, {})


def papers_page(
    request: HttpRequest, edition: Edition, wrong: Mapping[str, forms.Form]
) -> HttpResponse:
    """The page; a form that was sent and refused comes back as it was filled in."""
    parts = parts_of(edition)
    language = {"language": get_language() or "ru"}
    context: dict[str, Any] = {
        "badges": badge_facts(edition),
        "badges_form": BadgesForm(prefix="badges", initial=language, **parts),
        "sheets": sheet_lines(edition),
        "sheets_form": SheetsForm(prefix="sheets", initial=language, targets=()),
        "list": list_facts(edition),
        "list_form": ListForm(prefix="list", initial=language, **parts),
        "work": work_of(visitor_of(request), edition),
        "programme_forms": forms_of_kind("programme"),
        "languages": LANGUAGES,
        "ticked_targets": (),
    }
    context |= wrong
    if "sheets_form" in wrong:
        context["ticked_targets"] = wrong["sheets_form"].data.getlist("sheets-targets")  # type: ignore[attr-defined]
    status = WRONG if wrong else 200
    return page(request, edition, "papers", _("Papers"), context, status=status)


@require_safe
@keeper_page
def draft_programme(request: HttpRequest, edition: Edition, form: str) -> HttpResponse:
    """The draft as it stands now, marked as one; the approved programme is everybody's."""
    language = request.GET.get("language", "")
    language = language if language in LANGUAGES else "ru"
    content = programme_content(edition, language, draft=True)
    if content is None or form not in forms_of_kind("programme"):
        raise Http404
    data = make_paper("programme", [content], language=language, form=form)
    return file_of(Paper(data, f"programme-draft-{edition.slug}.{form}", 0))


@require_POST
@keeper_page
def badges_printing(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = BadgesForm(request.POST, prefix="badges", **parts_of(edition))

    def ask(data: dict[str, Any]) -> Paper | Batch:
        now = visitor_of(request).now
        badges = choose_badges(
            edition=edition,
            choice=data["choice"],
            category=data["category"],
            district=data["district"],
            now=now,
        )
        return print_badges(
            edition=edition,
            badges=badges,
            variant=data["variant"],
            language=data["language"],
            reason=data["reason"],
            by=signed_in(request),
            now=now,
        )

    return answered(request, edition, "badges_form", form, ask)


@require_POST
@keeper_page
def sheets_printing(request: HttpRequest, edition: Edition) -> HttpResponse:
    targets = {value_of(one): one for one in sheet_targets(edition)}
    form = SheetsForm(request.POST, prefix="sheets", targets=targets)
    return answered(
        request,
        edition,
        "sheets_form",
        form,
        lambda data: print_sheets(
            edition=edition,
            targets=[one for value, one in targets.items() if value in data["targets"]],
            blank_rows=data["blank_rows"],
            minimal=data["minimal"],
            everybody=data["everybody"],
            form=data["form"],
            language=data["language"],
            by=signed_in(request),
            now=visitor_of(request).now,
        ),
    )


@require_POST
@keeper_page
def list_printing(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = ListForm(request.POST, prefix="list", **parts_of(edition))
    return answered(
        request,
        edition,
        "list_form",
        form,
        lambda data: print_list(
            edition=edition,
            category=data["category"],
            district=data["district"],
            form=data["form"],
            language=data["language"],
            by=signed_in(request),
            now=visitor_of(request).now,
        ),
    )


def answered(
    request: HttpRequest,
    edition: Edition,
    name: str,
    form: forms.Form,
    ask: Callable[[dict[str, Any]], Paper | Batch],
) -> HttpResponse:
    """The file, or the page of the work that makes it; a refusal stands at its form."""
    if form.is_valid():
        try:
            return given(ask(form.cleaned_data))
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
    return papers_page(request, edition, {name: form})


def given(made: Paper | Batch) -> HttpResponse:
    return redirect("documents:batch", made.pk) if isinstance(made, Batch) else file_of(made)


def parts_of(edition: Edition) -> dict[str, Any]:
    return {"categories": categories_of(edition), "districts": districts_registered(edition)}
