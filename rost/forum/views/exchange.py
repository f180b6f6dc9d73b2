"""Bringing in a programme of another system: send, look, apply or give up."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.directory.actions.imports import give_up_batch
from rost.directory.models import ImportBatch
from rost.forum.actions.exchange import apply_import, open_import
from rost.forum.forms.exchange import ScheduleForm
from rost.forum.messages.exchange import grouped
from rost.forum.models import Edition
from rost.forum.queries.exchange import KIND, batches_of, lines_of, meeting, stored_programme
from rost.forum.rules import EDIT_EDITION
from rost.forum.views.desk.doors import page, visitor_of, with_right
from rost.ui.refusals import Refusal

A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_EDITION)
def exchange(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Send a file; it is read and shown, the draft is not touched yet."""
    form = ScheduleForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            batch = open_import(
                edition=edition,
                data=sent.read(),
                file_name=sent.name,
                by=visitor_of(request).person,
                now=visitor_of(request).now,
            )
        except Refusal as refusal:
            form.add_error("file", str(refusal.message))
        else:
            return redirect("forum:exchange_file", edition.slug, batch.pk)
    context = {"form": form, "batches": batches_of(edition)}
    status = 422 if form.is_bound and form.errors else 200
    title = _("Programme from another system")
    return page(request, "exchange", edition, title, context, status=status)


@require_safe
@with_right(EDIT_EDITION)
def exchange_file(request: HttpRequest, edition: Edition, batch: int) -> HttpResponse:
    """What was read: how it meets the draft, what was mended, the sessions themselves."""
    found = _batch(edition, batch)
    context: dict[str, object] = {"batch": found, "remarks": grouped(found.faults)}
    if found.applied_at is None:
        programme = stored_programme(found)
        met = meeting(edition, programme)
        lines = lines_of(edition, programme, met)
        context |= {
            "programme": programme,
            "meeting": met,
            "page_obj": Paginator(lines, A_PAGE).get_page(request.GET.get("page")),
            "other_zone": programme.timezone != edition.timezone,
        }
    under = (
        _("Programme from another system"),
        reverse("forum:exchange", args=[edition.slug]),
    )
    return page(request, "exchange_file", edition, found.file_name, context, under=under)


@require_POST
@with_right(EDIT_EDITION)
def exchange_application(request: HttpRequest, edition: Edition, batch: int) -> HttpResponse:
    """Bring the sessions into the draft, all of them or none."""
    visitor = visitor_of(request)
    apply_import(batch=_batch(edition, batch), edition=edition, by=visitor.person, now=visitor.now)
    messages.success(request, _("The programme is in the draft. Nothing is published yet."))
    return redirect("forum:exchange_file", edition.slug, batch)


@require_POST
@with_right(EDIT_EDITION)
def exchange_withdrawal(request: HttpRequest, edition: Edition, batch: int) -> HttpResponse:
    give_up_batch(batch=_batch(edition, batch), now=visitor_of(request).now)
    messages.success(request, _("The file is given up, the draft was not touched."))
    return redirect("forum:exchange", edition.slug)


def _batch(edition: Edition, batch: int) -> ImportBatch:
    found = ImportBatch.objects.filter(pk=batch, kind=KIND, about=edition.space).first()
    if found is None:
        raise Http404
    return found
