"""Commitments from a table: sent, looked at line by line, then noted."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.core.tables import Reason, Sheet, TableRefused, write_xlsx
from rost.directory.actions.imports import give_up_batch
from rost.directory.messages import refused_text
from rost.directory.models import ImportBatch
from rost.directory.queries.imports import Reading
from rost.forum.actions import commitments as actions
from rost.forum.forms.commitments import TableForm
from rost.forum.messages.commitments import commitment_fault
from rost.forum.models import Edition
from rost.forum.queries.commitments import read_commitments
from rost.forum.queries.commitments.listing import sessions_for
from rost.forum.views.desk.doors import now_of
from rost.forum.views.registration.table import XLSX, download, signed_in

from .doors import day_in, done, keeper_page, page

SHOWN = 100


def batch_of(edition: Edition, number: int) -> ImportBatch:
    found = ImportBatch.objects.filter(kind=actions.COMMITMENTS, about=edition.space)
    return get_object_or_404(found, pk=number)


@require_http_methods(["GET", "HEAD", "POST"])
@keeper_page
def commitment_lists(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = TableForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        reading = read(request, edition, form)
        if reading is not None:
            batch = actions.open_noted(
                edition=edition,
                reading=reading,
                file_name=form.cleaned_data["file"].name,
                uploaded_by=signed_in(request),
                now=now_of(request),
            )
            return redirect("forum:commitment_list", edition.slug, batch.pk)
    recent = ImportBatch.objects.filter(kind=actions.COMMITMENTS, about=edition.space)
    context = {"form": form, "recent": recent.defer("rows", "faults")[:20]}
    status = 422 if form.is_bound and form.errors else 200
    title = _("Commitments from a table")
    return page(request, edition, "lists", title, context, status=status)


def read(request: HttpRequest, edition: Edition, form: TableForm) -> Reading | None:
    sent = form.cleaned_data["file"]
    try:
        if sent.size > settings.UPLOAD_LIMIT:
            raise TableRefused(Reason.TOO_LARGE)
        day = day_in(edition, request)
        return read_commitments(sent.read(), sent.name, edition=edition, day=day)
    except TableRefused as refused:
        form.add_error("file", refused_text(refused))
        return None


@require_safe
@keeper_page
def commitment_list(request: HttpRequest, edition: Edition, batch: int) -> HttpResponse:
    found = batch_of(edition, batch)
    context = {
        "batch": found,
        "faults": [(one, commitment_fault(one)) for one in found.faults[:SHOWN]],
        "rows": found.rows[:SHOWN],
    }
    return page(request, edition, "list", found.file_name, context)


@require_POST
@keeper_page
def commitment_list_application(request: HttpRequest, edition: Edition, batch: int) -> HttpResponse:
    found = batch_of(edition, batch)
    done(
        request,
        lambda: actions.apply_noted(
            edition=edition, batch=found, by=signed_in(request), now=now_of(request)
        ),
        _("The lines of the table are noted."),
    )
    return redirect("forum:commitment_list", edition.slug, batch)


@require_POST
@keeper_page
def commitment_list_withdrawal(request: HttpRequest, edition: Edition, batch: int) -> HttpResponse:
    found = batch_of(edition, batch)
    said = _("The table is given up; nothing was noted.")
    done(request, lambda: give_up_batch(batch=found, now=now_of(request)), said)
    return redirect("forum:commitment_lists", edition.slug)


@require_safe
@keeper_page
def commitment_template(request: HttpRequest, edition: Edition) -> HttpResponse:
    """An empty table with the headings that are understood, and the sessions with their codes."""
    head = ["Кто", "Обязательство", "Срок", "Код мероприятия", "Показатель", "Подтверждение", "Вид"]
    lines = Sheet(title="Обязательства", header=head, rows=[], widths=[34, 60, 14, 14, 30, 30, 14])
    sessions = Sheet(
        title="Мероприятия",
        header=["Код мероприятия", "Название"],
        rows=[[one.code, one.title] for one in sessions_for(edition)],
        widths=[14, 80],
    )
    return download(write_xlsx([lines, sessions]), f"commitments-{edition.slug}.xlsx", XLSX)
