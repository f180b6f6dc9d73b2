"""Editions: the list of those one works on, a new one, its facts and documents."""

from __future__ import annotations

from datetime import time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.directory.rules import may
from rost.forum.actions.editions import (
    add_document,
    change_edition,
    create_edition,
    remove_document,
)
from rost.forum.forms.desk import DocumentForm, EditionForm, NewEditionForm, keep_unique
from rost.forum.models import Edition, EditionDocument
from rost.forum.rules import EDIT_EDITION, SEE_DRAFT

from .doors import back_unless_posted, done, page, visitor_of, with_right

USUAL_HOURS = (time(9), time(18))


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Every forum the visitor works on."""
    visitor = visitor_of(request)
    own = [one for one in Edition.objects.all() if may(visitor, SEE_DRAFT, space=one.space)]
    may_create = may(visitor, EDIT_EDITION)
    if not own and not may_create:
        raise Http404
    return render(request, "forum/desk/editions.html", {"editions": own, "may_create": may_create})


@require_http_methods(["GET", "HEAD", "POST"])
def edition_new(request: HttpRequest) -> HttpResponse:
    if not may(visitor_of(request), EDIT_EDITION):
        raise Http404
    form = NewEditionForm(request.POST or None)
    if request.method == "POST" and done(
        form, lambda: create_edition(**form.cleaned_data, day_hours=USUAL_HOURS)
    ):
        messages.success(
            request,
            _("The forum is created, its days from 9:00 to 18:00. Mend the hours, add halls."),
        )
        return redirect("forum:edition_desk", form.cleaned_data["slug"])
    context = {"form": form, "crumbs": [(_("Desk"), reverse("forum:desk")), (_("New forum"), "")]}
    status = 422 if form.errors else 200
    return render(request, "forum/desk/edition_new.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_EDITION)
def edition_facts(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = EditionForm(request.POST or None, initial=_facts(edition))
    if request.method == "POST" and done(
        form, lambda: change_edition(edition=edition, now=timezone.now(), **form.cleaned_data)
    ):
        messages.success(request, _("Saved."))
        return redirect("forum:edition_facts", edition.slug)
    return _facts_page(request, edition, form, DocumentForm())


@with_right(EDIT_EDITION)
@back_unless_posted("forum:edition_facts")
def document_new(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = DocumentForm(request.POST, request.FILES)
    keep_unique(form, edition.documents.values_list("title", flat=True))
    if done(form, lambda: add_document(edition=edition, **form.cleaned_data)):
        messages.success(request, _("The document is added."))
        return redirect("forum:edition_facts", edition.slug)
    return _facts_page(request, edition, EditionForm(initial=_facts(edition)), form)


@require_POST
@with_right(EDIT_EDITION)
def document_removal(request: HttpRequest, edition: Edition, document: int) -> HttpResponse:
    remove_document(document=get_object_or_404(EditionDocument, edition=edition, pk=document))
    messages.success(request, _("The document is removed."))
    return redirect("forum:edition_facts", edition.slug)


def _facts(edition: Edition) -> dict[str, Any]:
    names = EditionForm.base_fields.keys() - {"organisers"}
    facts = {name: getattr(edition, name) for name in names}
    return facts | {"organisers": list(edition.organisers.all())}


def _facts_page(
    request: HttpRequest, edition: Edition, form: EditionForm, document_form: DocumentForm
) -> HttpResponse:
    context = {
        "form": form,
        "document_form": document_form,
        "documents": edition.documents.all(),
    }
    status = 422 if form.errors or document_form.errors else 200
    return page(request, "edition", edition, _("The forum"), context, status=status)
