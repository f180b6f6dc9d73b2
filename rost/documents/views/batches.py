"""Long work: how far it is, stop, try again, take the file."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.directory.queries.spaces import space_titles
from rost.directory.rules import may
from rost.documents.actions.batches import begin_again, stop
from rost.documents.models import Batch, BatchState
from rost.documents.queries.batches import get_batch_for, seen_of_space
from rost.documents.rules import HANDLE_DOCUMENTS
from rost.documents.views.doors import address, in_space, person_of, visitor_of

UNDER_WAY = (BatchState.QUEUED, BatchState.RUNNING)
View = Callable[..., HttpResponseBase]


def with_batch(view: View) -> Any:
    """The view gets the batch; to whom its work does not show it, it does not exist."""

    @wraps(view)
    @login_required
    def door(request: HttpRequest, number: int) -> HttpResponseBase:
        batch = get_batch_for(visitor_of(request), number)
        if batch is None:
            raise Http404
        return view(request, batch)

    return door


@require_safe
@never_cache
@with_batch
def batch(request: HttpRequest, batch: Batch) -> HttpResponse:
    """The page asks for its own middle again while the work is under way."""
    context: dict[str, Any] = {"batch": batch, "under_way": batch.state in UNDER_WAY}
    if request.headers.get("HX-Request"):
        return render(request, "documents/parts/batch.html", context | {"asked_again": True})
    others = seen_of_space(visitor_of(request), batch.space) if batch.space else []
    context["others"] = [one for one in others if one.pk != batch.pk]
    title = space_titles([batch.space]).get(batch.space, "")
    context["space_title"] = title
    if title and may(visitor_of(request), HANDLE_DOCUMENTS, space=batch.space):
        context["crumbs"] = [(title, address("documents:batches", batch.space)), (batch.title, "")]
    return render(request, "documents/batch.html", context)


@require_safe
@never_cache
@in_space(HANDLE_DOCUMENTS)
def batches(request: HttpRequest, space: str, title: str) -> HttpResponse:
    """All work of a space that is still kept."""
    seen = seen_of_space(visitor_of(request), space, most=50)
    return render(request, "documents/batches.html", {"batches": seen, "space_title": title})


@require_POST
@with_batch
def batch_stop(request: HttpRequest, batch: Batch) -> HttpResponse:
    batch = stop(batch=batch, now=visitor_of(request).now)
    if batch.state == BatchState.RUNNING:
        messages.info(request, _("It stops at its next step."))
    return redirect("documents:batch", batch.pk)


@require_POST
@with_batch
def batch_again(request: HttpRequest, batch: Batch) -> HttpResponse:
    begin_again(batch=batch, now=visitor_of(request).now)
    return redirect("documents:batch", batch.pk)


@require_safe
@never_cache
@with_batch
def batch_file(request: HttpRequest, batch: Batch) -> HttpResponseBase:
    """The file, in a stream; taking it away is noted."""
    if batch.state != BatchState.DONE or not batch.file:
        raise Http404
    try:
        opened = batch.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    if request.method == "GET":
        record_access(
            person=person_of(request),
            act=AccessRecord.Act.EXPORT,
            register="documents.batches",
            rows=batch.rows,
            now=visitor_of(request).now,
            about=batch.space,
        )
    return FileResponse(opened, as_attachment=True, filename=batch.file_name)
