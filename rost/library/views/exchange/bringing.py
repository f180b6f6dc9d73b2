"""A collection is sent, looked at line by line, applied once, and may be taken back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from rost.catalogue.messages import FIELD_NAMES
from rost.core.tables import TableRefused, write_xlsx
from rost.directory.actions.imports import give_up_batch
from rost.directory.messages import refused_text
from rost.directory.models import ImportBatch
from rost.directory.queries.visitors import local_day
from rost.directory.views.permits import needs
from rost.library.actions.exchange import (
    apply_collection,
    open_collection,
    take_back_collection,
)
from rost.library.adapters.word_passports import FolderRefused
from rost.library.forms.collections import WAYS, CollectionForm, ways_chosen
from rost.library.messages.exchange import fault_words, refused_words
from rost.library.queries.exchange.batches import batches, get_batch, untouched
from rost.library.queries.exchange.reading import Collection, read_collection
from rost.library.queries.exchange.taken import parts_of
from rost.library.queries.exchange.template import template as template_sheets
from rost.library.rules import KEEP_LIBRARY
from rost.library.views.doors import WRONG, person_of, visitor_of
from rost.ui.refusals import Refusal

from .files import XLSX, download

RECENT = 20
FAULTS, ROWS = 100, 100


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs(KEEP_LIBRARY)
def exchange(request: HttpRequest) -> HttpResponse:
    """Send a collection; it is read and shown, and nothing is written yet."""
    form = CollectionForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        found = read(request, form)
        if found is not None:
            batch = open_collection(
                collection=found,
                file_name=form.cleaned_data["file"].name,
                by=person_of(request),
                now=visitor_of(request).now,
            )
            return redirect("library:collection", batch.pk)
    context = {
        "form": form,
        "parts": range(1, parts_of(person_of(request)) + 1),
        "recent": batches().defer("rows", "faults")[:RECENT],
        "crumbs": crumbs(_("Collections of practices")),
    }
    status = WRONG if form.is_bound and form.errors else 200
    return render(request, "library/exchange/exchange.html", context, status=status)


def read(request: HttpRequest, form: CollectionForm) -> Collection | None:
    """A file that cannot be read at all becomes an error of the form."""
    sent = form.cleaned_data["file"]
    try:
        return read_collection(
            sent.read(),
            sent.name,
            person=person_of(request),
            day=local_day(visitor_of(request).now),
        )
    except TableRefused as refused:
        form.add_error("file", refused_text(refused))
    except FolderRefused as refused_folder:
        form.add_error("file", refused_words(refused_folder))
    return None


def batch_or_404(number: int) -> ImportBatch:
    batch = get_batch(number)
    if batch is None:
        raise Http404
    return batch


@require_safe
@never_cache
@needs(KEEP_LIBRARY)
def collection(request: HttpRequest, number: int) -> HttpResponse:
    """What was read: faults line by line, what was recognised, and the ways on."""
    batch = batch_or_404(number)
    page = Paginator(batch.faults, FAULTS).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "batch": batch,
        "page": page,
        "faults": [(one, fault_words(one)) for one in page],
        "rows": [shown(position, row) for position, row in enumerate(batch.rows)],
        "incomplete": sum(bool(row["missing"]) for row in batch.rows),
        "mine": batch.uploaded_by_id == person_of(request).pk,
        "fresh": len(untouched(batch)) if batch.applied_at is not None else 0,
        "crumbs": crumbs(_("Collections of practices"), batch.file_name),
    }
    return render(request, "library/exchange/collection.html", context)


def shown(position: int, row: dict[str, Any]) -> dict[str, Any]:
    return {
        "position": position,
        "row": row,
        "missing": ", ".join(str(FIELD_NAMES[name]) for name in row["missing"]),
        "ways": [(way, WAYS[way]) for way in row["offered"]] if len(row["offered"]) > 1 else [],
        "kept": bool(row["kept"]),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs(KEEP_LIBRARY)
def collection_application(request: HttpRequest, number: int) -> HttpResponse:
    """Write the good practices, all of them or none; whoever sent the list is their author."""
    batch = batch_or_404(number)
    if request.method == "POST":
        try:
            apply_collection(
                batch=batch,
                chosen=ways_chosen(request.POST, len(batch.rows)),
                send="send" in request.POST,
                by=person_of(request),
                now=visitor_of(request).now,
            )
            messages.success(request, _("The collection is brought in."))
        except Refusal as refusal:
            messages.error(request, str(refusal.message))
    return redirect("library:collection", number)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs(KEEP_LIBRARY)
def collection_withdrawal(request: HttpRequest, number: int) -> HttpResponse:
    """Before applying, the list is given up; after it, what nobody has touched goes."""
    batch = batch_or_404(number)
    if request.method == "POST":
        now = visitor_of(request).now
        try:
            if batch.applied_at is None:
                give_up_batch(batch=batch, now=now)
                messages.success(request, _("The list is given up, nothing was written."))
            else:
                gone, stay = take_back_collection(batch=batch, now=now)
                said = _("Taken back: %(gone)s; left because they were changed: %(stay)s.")
                messages.success(request, said % {"gone": gone, "stay": stay})
        except Refusal as refusal:
            messages.error(request, str(refusal.message))
    return redirect("library:collection", number)


@require_safe
@needs(KEEP_LIBRARY)
def template(request: HttpRequest) -> HttpResponse:
    sheets = template_sheets(local_day(visitor_of(request).now))
    return download(write_xlsx(sheets), "practices-template.xlsx", XLSX)


def crumbs(*titles: str) -> list[tuple[str, str]]:
    known = [
        (_("Review of practices"), reverse("library:desk")),
        (titles[0], reverse("library:exchange") if len(titles) > 1 else ""),
    ]
    return known + [(one, "") for one in titles[1:]]
