"""Issued documents: a person's own, and one document for the organisers of its space."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.directory.queries.spaces import space_titles
from rost.documents.actions.handling import ReasonNeeded, note
from rost.documents.actions.revoking import revoke
from rost.documents.forms import PrintForm, RevocationForm
from rost.documents.models import Act, Document
from rost.documents.queries.documents import (
    can_be_printed,
    file_of,
    get_document_for,
    get_handled_document_for,
    is_holder,
    mine,
)
from rost.documents.queries.handling import log_of_document, printed_before
from rost.documents.queries.numbers import label_of, title_of_kind
from rost.documents.rules import code_in_groups
from rost.documents.views.doors import address, as_file, person_of, visitor_of
from rost.ui.refusals import Refusal

HOLDER = "holder"  # in the log: taken by whom it was issued to
REGISTER = "documents.documents"


class NothingToPrint(Refusal):
    def __init__(self) -> None:
        super().__init__(
            gettext_lazy(
                "This document is not printed any more: it was revoked, or the term of keeping "
                "its data is over. The check page says which."
            )
        )


@require_safe
@never_cache
@login_required
def my_documents(request: HttpRequest) -> HttpResponse:
    documents = mine(person_of(request))
    return render(request, "documents/mine.html", {"documents": documents})


@require_safe
@never_cache
@login_required
def document_file(request: HttpRequest, code: str) -> HttpResponse:
    """The paper as it was issued, for its holder and for the organisers."""
    document = get_document_for(visitor_of(request), code)
    if document is None:
        raise Http404
    if not can_be_printed(document):
        raise NothingToPrint
    file = file_of(document)
    if request.method == "GET":
        note_taken(request, document)
    return as_file(file)


def note_taken(request: HttpRequest, document: Document) -> None:
    """The log says that the holder took it, not who the holder is."""
    visitor, own = visitor_of(request), is_holder(visitor_of(request), document)
    note(
        kind=document.kind,
        act=Act.DOWNLOADED,
        rows=1,
        by=None if own else visitor.person,
        now=visitor.now,
        document=document,
        about=HOLDER if own else "",
    )
    if not own:
        note_access(request, AccessRecord.Act.EXPORT, document)


def note_access(request: HttpRequest, act: AccessRecord.Act, document: Document) -> None:
    record_access(
        person=person_of(request),
        act=act,
        register=REGISTER,
        rows=1,
        now=visitor_of(request).now,
        about=document.space,
    )


def handled(request: HttpRequest, code: str) -> Document:
    document = get_handled_document_for(visitor_of(request), code)
    if document is None:
        raise Http404
    return document


@require_safe
@never_cache
@login_required
def document(request: HttpRequest, code: str) -> HttpResponse:
    """Number, state, what was done with it; print, revoke."""
    found = handled(request, code)
    note_access(request, AccessRecord.Act.VIEW, found)
    return document_page(request, found)


def document_page(
    request: HttpRequest,
    found: Document,
    *,
    printing: PrintForm | None = None,
    revocation: RevocationForm | None = None,
) -> HttpResponse:
    label, kind = label_of(found), title_of_kind(found.kind)
    wrong = any(form is not None and form.errors for form in (printing, revocation))
    space_title = space_titles([found.space]).get(found.space, "")
    log = address("documents:log", found.space)
    context = {
        "document": found,
        "kind": kind,
        "label": label,
        "code": code_in_groups(found.code),
        "printable": can_be_printed(found),
        "printed": printed_before(found),
        "printing": printing or PrintForm(),
        "revocation": revocation or RevocationForm(),
        "log": log_of_document(found),
        "space_title": space_title,
        "crumbs": [(space_title or _("Log of printing and sending"), log), (label, "")],
    }
    return render(request, "documents/document.html", context, status=422 if wrong else 200)


@require_POST
@login_required
def printing(request: HttpRequest, code: str) -> HttpResponse:
    """Take the paper to the printer; the second time says why."""
    found = handled(request, code)
    form = PrintForm(request.POST)
    if not can_be_printed(found):
        raise NothingToPrint
    if form.is_valid():
        try:
            note(
                kind=found.kind,
                act=Act.PRINTED,
                rows=1,
                by=person_of(request),
                now=visitor_of(request).now,
                document=found,
                reason=form.cleaned_data["reason"],
            )
        except ReasonNeeded as refusal:
            form.add_error("reason", str(refusal.message))
        else:
            note_access(request, AccessRecord.Act.PRINT, found)
            return as_file(file_of(found))
    return document_page(request, found, printing=form)


@require_POST
@login_required
def revocation(request: HttpRequest, code: str) -> HttpResponse:
    found = handled(request, code)
    form = RevocationForm(request.POST)
    if form.is_valid():
        revoke(
            document=found,
            why=form.cleaned_data["why"],
            by=person_of(request),
            now=visitor_of(request).now,
        )
        messages.success(request, _("The document is revoked; the check page says so from now on."))
        return redirect("documents:document", found.code)
    return document_page(request, found, revocation=form)
