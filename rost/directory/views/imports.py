"""Lists of the register: sent, looked at, applied or given up."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.core.tables import TableRefused
from rost.directory.actions.imports import give_up_batch, open_batch
from rost.directory.actions.places import (
    CLASSIFIER,
    POPULATIONS,
    apply_classifier,
    apply_populations,
)
from rost.directory.forms.imports import RegisterListForm
from rost.directory.messages import fault_text, refused_text
from rost.directory.models import ImportBatch
from rost.directory.queries.imports import Reading, read_classifier, read_populations
from rost.directory.rules import EDIT_DIRECTORY
from rost.directory.views.answers import done
from rost.directory.views.permits import needs, person_of, visitor_of

KINDS = {RegisterListForm.CLASSIFIER: CLASSIFIER, RegisterListForm.POPULATIONS: POPULATIONS}
TITLES = {CLASSIFIER: _("Municipalities"), POPULATIONS: _("Population")}
PAGE = 50
SHOWN_ROWS = 20
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
        "rows": batch.rows[:SHOWN_ROWS],
        "is_classifier": batch.kind == CLASSIFIER,
        "crumbs": [
            (_("Municipalities"), reverse("directory:places")),
            (_("Lists"), reverse("directory:register_lists")),
            (batch.file_name, ""),
        ],
    }
    return render(request, "directory/imports/register_list.html", context)


@require_POST
@needs(EDIT_DIRECTORY)
def application(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the rows of the list, all of them or none."""
    batch, now = batch_or_404(pk), visitor_of(request).now
    apply = apply_classifier if batch.kind == CLASSIFIER else apply_populations
    apply(batch=batch, now=now)
    return done(request, _("The list is applied."), "directory:register_list", pk)


@require_POST
@needs(EDIT_DIRECTORY)
def withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the list up: nothing of it is written."""
    give_up_batch(batch=batch_or_404(pk), now=visitor_of(request).now)
    return done(
        request, _("The list is given up, nothing was written."), "directory:register_lists"
    )
