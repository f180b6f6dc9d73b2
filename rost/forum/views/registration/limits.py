"""Hours, seats, categories and quotas of registration; raised limits seat those who wait."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from rost.forum.actions.registration import (
    add_category,
    add_question,
    change_hours,
    change_limits,
    change_quotas,
    remove_question,
)
from rost.forum.forms.registration_desk import (
    MOST_SEATS,
    CategoryForm,
    HoursForm,
    LimitsForm,
    QuestionForm,
)
from rost.forum.models import Edition, Registration
from rost.forum.queries.quotas import QuotaLine, quota_lines
from rost.forum.queries.registration_page import questions_of
from rost.forum.queries.registrations_table import categories_of
from rost.forum.queries.today import gap_of
from rost.forum.views.desk.doors import done
from rost.ui.refusals import Refusal

from .doors import crumbs, desk_page, manager_page, visitor_of

WRONG = 422
OneForm = HoursForm | LimitsForm | CategoryForm


@require_http_methods(["GET", "HEAD", "POST"])
@manager_page
def limits(request: HttpRequest, edition: Edition) -> HttpResponse:
    """One page, four forms; each is sent by itself under the name of its button."""
    sent = request.POST.get("form", "") if request.method == "POST" else ""
    data = request.POST or None
    categories = categories_of(edition)
    hours = HoursForm(
        data if sent == "hours" else None,
        prefix="hours",
        initial={
            "opens_at": edition.registration_opens_at,
            "closes_at": edition.registration_closes_at,
            "confirm_by_hand": edition.confirm_by_hand,
        },
    )
    seats = LimitsForm(
        data if sent == "seats" else None,
        prefix="seats",
        categories=categories,
        initial={"capacity": edition.capacity},
    )
    category = CategoryForm(data if sent == "category" else None, prefix="category")
    forms: dict[str, OneForm] = {"hours": hours, "seats": seats, "category": category}
    form = forms.get(sent)
    if form is not None and form.is_valid() and save(request, edition, form):
        return redirect("forum:limits", edition.slug)
    context = {
        "edition": edition,
        "hours": hours,
        "seats": seats,
        "category": category,
        "wrong": form,
        "gap": gap_of(edition),
        "crumbs": [
            *crumbs(edition),
            (_("Registrations"), reverse("forum:registrations", args=[edition.slug])),
            (_("Hours and seats"), ""),
        ],
    }
    status = WRONG if form is not None else 200
    return desk_page(request, edition, "limits", context, status=status)


def save(request: HttpRequest, edition: Edition, form: OneForm) -> bool:
    """Do what the form says; a refusal becomes an error of the form."""
    data = form.cleaned_data
    try:
        if isinstance(form, HoursForm):
            change_hours(
                edition=edition,
                opens_at=data["opens_at"],
                closes_at=data["closes_at"],
                confirm_by_hand=data["confirm_by_hand"],
            )
            messages.success(request, _("The hours are saved."))
        elif isinstance(form, LimitsForm):
            moved = change_limits(
                edition=edition,
                capacity=data["capacity"],
                category_seats=form.category_seats,
                now=visitor_of(request).now,
            )
            say_moved(request, moved)
        else:
            add_category(edition=edition, **data)
            messages.success(request, _("The category is added."))
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@manager_page
def quotas(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Seats by district, and by district and category; empty fields are no limit."""
    visitor = visitor_of(request)
    categories = categories_of(edition)
    lines = quota_lines(edition, categories, day=visitor.now.date())
    wrong: list[str] = []
    if request.method == "POST":
        changed, wrong = changes(lines, request.POST)
        if not wrong:
            say_moved(request, change_quotas(edition=edition, seats=changed, now=visitor.now))
            return redirect("forum:quotas", edition.slug)
        lines = [line.typed(request.POST) for line in lines]
    context = {
        "edition": edition,
        "categories": categories,
        "lines": lines,
        "wrong": wrong,
        "crumbs": [
            *crumbs(edition),
            (_("Hours and seats"), reverse("forum:limits", args=[edition.slug])),
            (_("Quotas"), ""),
        ],
    }
    return desk_page(request, edition, "quotas", context, status=WRONG if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@manager_page
def questions(request: HttpRequest, edition: Edition) -> HttpResponse:
    """What the registration page asks; POST adds a question."""
    form = QuestionForm(request.POST or None)
    if request.method == "POST" and done(
        form, lambda: add_question(edition=edition, **form.cleaned_data)
    ):
        messages.success(request, _("The question is added."))
        return redirect("forum:questions", edition.slug)
    context = {
        "edition": edition,
        "form": form,
        "questions": questions_of(edition),
        "crumbs": [
            *crumbs(edition),
            (_("Hours and seats"), reverse("forum:limits", args=[edition.slug])),
            (_("Questions"), ""),
        ],
    }
    status = WRONG if form.is_bound else 200
    return desk_page(request, edition, "questions", context, status=status)


@require_POST
@manager_page
def question_removal(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    for one in questions_of(edition):
        if one.pk == number:
            remove_question(question=one)
            messages.success(request, _("The question is not asked any more."))
    return redirect("forum:questions", edition.slug)


def changes(
    lines: list[QuotaLine], typed: Mapping[str, str]
) -> tuple[dict[tuple[int, int | None], int | None], list[str]]:
    """Quotas that differ from those kept, and the places whose number makes no sense."""
    changed: dict[tuple[int, int | None], int | None] = {}
    wrong = []
    for line in lines:
        for cell in line.cells:
            text = typed.get(cell.name, "").strip()
            if text and not (text.isascii() and text.isdigit() and int(text) <= MOST_SEATS):
                wrong.append(f"{line.place.name}: «{text[:20]}»")
            elif text != cell.value:
                changed[line.place.pk, cell.category] = int(text) if text else None
    return changed, wrong


def say_moved(request: HttpRequest, moved: list[Registration]) -> None:
    messages.success(request, _("Saved."))
    if moved:
        said = ngettext(
            "%(number)s person of the waiting list got a seat and is told.",
            "%(number)s people of the waiting list got a seat and are told.",
            len(moved),
        )
        messages.success(request, said % {"number": len(moved)})
