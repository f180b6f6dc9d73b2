"""Lists of the register: sent, looked at, applied or given up."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.core.tables import TableRefused
from rost.directory.actions.imports import give_up_batch, open_batch
from rost.directory.actions.indicators import (
    INDICATORS,
    LOCATIONS,
    apply_indicators,
    apply_locations,
    withdraw_indicators,
)
from rost.directory.actions.places import (
    CLASSIFIER,
    POPULATIONS,
    apply_classifier,
    apply_populations,
)
from rost.directory.forms.imports import RegisterListForm
from rost.directory.messages import doubt_text, fault_text, note_text, refused_text
from rost.directory.models import ImportBatch
from rost.directory.queries.imports import Reading, read_classifier, read_populations
from rost.directory.queries.imports.indicators import (
    FiguresReading,
    read_indicators,
    read_locations,
)
from rost.directory.queries.indicators.wording import names_of_indicators
from rost.directory.rules import EDIT_DIRECTORY
from rost.directory.views.answers import done
from rost.directory.views.permits import needs, person_of, visitor_of

KINDS = {
    RegisterListForm.CLASSIFIER: CLASSIFIER,
    RegisterListForm.POPULATIONS: POPULATIONS,
    RegisterListForm.INDICATORS: INDICATORS,
    RegisterListForm.LOCATIONS: LOCATIONS,
}
TITLES = {
    CLASSIFIER: _("Municipalities"),
    POPULATIONS: _("Population"),
    INDICATORS: _("Indicators"),
    LOCATIONS: _("Coordinates"),
}
APPLY = {
    CLASSIFIER: apply_classifier,
    POPULATIONS: apply_populations,
    LOCATIONS: apply_locations,
}
PAGE = 50
SHOWN_ROWS = 20
MOST_DOUBTS = 200
RECENT = 20


@require_http_methods(["GET", "HEAD", "POST"])
@needs(EDIT_DIRECTORY)
def lists(request: HttpRequest) -> HttpResponse:
    """Send a list; it is read and shown, and nothing is written yet."""
    form = RegisterListForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        reading = read(form)
        if reading is not None:
            batch = open_batch(
                kind=KINDS[form.cleaned_data["kind"]],
                about=form.cleaned_data["source"],
                file_name=form.cleaned_data["file"].name,
                uploaded_by=person_of(request),
                now=visitor_of(request).now,
                rows=reading.rows,
                faults=reading.faults,
                notes=reading.told() if isinstance(reading, FiguresReading) else (),
            )
            return redirect("directory:register_list", batch.pk)
    recent = ImportBatch.objects.filter(kind__in=TITLES).defer("rows", "faults")
    context = {
        "form": form,
        "recent": [
            (one, TITLES[one.kind]) for one in recent.select_related("uploaded_by")[:RECENT]
        ],
        "crumbs": [(_("Municipalities"), reverse("directory:places")), (_("Lists"), "")],
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "directory/imports/lists.html", context, status=status)


def read(form: RegisterListForm) -> Reading | None:
    """What the file holds; a file that is no table becomes an error of the form."""
    told = form.cleaned_data
    sent = told["file"]
    try:
        if told["kind"] == RegisterListForm.CLASSIFIER:
            return read_classifier(sent.read(), sent.name)
        if told["kind"] == RegisterListForm.INDICATORS:
            return read_indicators(sent.file, sent.name, year=told["year"])
        if told["kind"] == RegisterListForm.LOCATIONS:
            return read_locations(sent.file, sent.name)
        return read_populations(sent.read(), sent.name, year=told["year"])
    except TableRefused as refused:
        form.add_error("file", refused_text(refused))
        return None


def batch_or_404(pk: int) -> ImportBatch:
    batch = ImportBatch.objects.filter(pk=pk, kind__in=TITLES).first()
    if batch is None:
        raise Http404
    return batch


@require_safe
@needs(EDIT_DIRECTORY)
def register_list(request: HttpRequest, pk: int) -> HttpResponse:
    """What was read: faults line by line, the first rows, and the two ways on."""
    batch = batch_or_404(pk)
    page = Paginator(batch.faults, PAGE).get_page(request.GET.get("page"))
    context = {
        "batch": batch,
        "title": TITLES[batch.kind],
        "page": page,
        "faults": [(one, fault_text(one)) for one in page],
        "rows": first_rows(batch),
        "doubts": doubts(batch),
        "notes": [(one, note_text(one)) for one in batch.outcome.get("notes", ())],
        "crumbs": [
            (_("Municipalities"), reverse("directory:places")),
            (_("Lists"), reverse("directory:register_lists")),
            (batch.file_name, ""),
        ],
    }
    return render(request, "directory/imports/register_list.html", context)


def first_rows(batch: ImportBatch) -> list[dict[str, Any]]:
    """The first rows; those of figures with the indicator's name."""
    rows = batch.rows[:SHOWN_ROWS]
    names = names_of_indicators() if batch.kind == INDICATORS else {}
    return [row | {"name": names[row["indicator"]]} for row in rows] if names else rows


def doubts(batch: ImportBatch) -> list[tuple[Any, Any]]:
    """Figures that look odd, the first of them, with why."""
    found = [row for row in batch.rows if row.get("doubt")]
    return [(row, doubt_text(row)) for row in found[:MOST_DOUBTS]]


@require_POST
@needs(EDIT_DIRECTORY)
def application(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the rows of the list, all of them or none."""
    batch, now = batch_or_404(pk), visitor_of(request).now
    if batch.kind == INDICATORS:
        apply_indicators(batch=batch, now=now, doubtful="doubtful" in request.POST)
    else:
        APPLY[batch.kind](batch=batch, now=now)
    return done(request, _("The list is applied."), "directory:register_list", pk)


@require_POST
@needs(EDIT_DIRECTORY)
def withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the list up: nothing of it is written."""
    give_up_batch(batch=batch_or_404(pk), now=visitor_of(request).now)
    return done(
        request, _("The list is given up, nothing was written."), "directory:register_lists"
    )


@require_POST
@needs(EDIT_DIRECTORY)
def taking_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a list of figures that was written: what it replaced comes back."""
    withdraw_indicators(batch=batch_or_404(pk), now=visitor_of(request).now)
    return done(
        request,
        _("The list is taken back: what it had replaced stands again."),
        "directory:register_list",
        pk,
    )
