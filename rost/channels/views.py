"""Pages of messages: a person's own, and the outbox with what became of each letter."""

from __future__ import annotations

from django.contrib import messages as flash
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rost.channels import actions, queries
from rost.channels.models import DeliveryState
from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.directory.rules import Visitor
from rost.ui.languages import in_language

PAGE = 30
OUTBOX_PAGE = 50


def visitor_of(request: HttpRequest) -> Visitor:
    visitor: Visitor = request.visitor  # type: ignore[attr-defined]
    return visitor


@require_safe
@login_required
def messages(request: HttpRequest) -> HttpResponse:
    """All messages to the visitor, unread ones marked."""
    person = visitor_of(request).person
    assert person is not None
    page = Paginator(queries.messages_of(person), PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "channels/messages.html",
        {"page_obj": page, "unread": queries.unread_count(person)},
    )


@require_safe
@login_required
def message(request: HttpRequest, message_id: int) -> HttpResponse:
    """One message; opening it notes when it was first read and changes nothing else."""
    visitor = visitor_of(request)
    found = queries.get_message_for(visitor, message_id)
    if found is None:
        raise Http404
    if request.method == "GET":
        actions.mark_read(message=found, now=visitor.now)
    link = in_language(found.path, request.LANGUAGE_CODE) if found.path else ""
    return render(request, "channels/message.html", {"message": found, "link": link})


@require_safe
@login_required
def outbox(request: HttpRequest) -> HttpResponse:
    """What was sent to whom, and what failed; opening this register is noted."""
    visitor = visitor_of(request)
    seen = queries.seen_by(visitor)
    if visitor.person is None or seen is None:
        raise PermissionDenied
    state = request.GET.get("state", "")
    page = Paginator(queries.outbox(seen, state), OUTBOX_PAGE).get_page(request.GET.get("page"))
    record_access(
        person=visitor.person,
        act=AccessRecord.Act.VIEW,
        register="channels.outbox",
        rows=len(page.object_list),
        now=visitor.now,
        about=state if state in DeliveryState.values else "",
    )
    counts = queries.counts_by_state(seen)
    states = [(value, label, counts[value]) for value, label in DeliveryState.choices]
    return render(
        request,
        "channels/outbox.html",
        {"page_obj": page, "states": states, "state": state, "total": sum(counts.values())},
    )


@require_POST
@login_required
def delivery(request: HttpRequest, message_id: int) -> HttpResponse:
    """A new delivery of a message that did not go."""
    visitor = visitor_of(request)
    found = queries.get_outbox_message_for(visitor, message_id)
    if found is None:
        raise Http404
    actions.send_again(message=found, now=visitor.now)
    flash.success(request, _("The message is queued again."))
    return redirect("channels:outbox")
