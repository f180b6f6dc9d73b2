"""One practice as its authors have it: where it stands, what to do next, the whole passport."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rost.library.actions.own.drafts import WRITTEN
from rost.library.actions.own.sending import send_practice, take_back
from rost.library.actions.practices import DRAFTS, delete_draft
from rost.library.forms.own import FileForm, NoteForm
from rost.library.models import Practice
from rost.library.queries.own.changes import differs
from rost.library.queries.own.gaps import gaps_of
from rost.library.queries.practices import (
    authors_of,
    conditions_of,
    is_author,
    origins_of,
    passport_of,
)
from rost.library.queries.public.reading import reading_of
from rost.library.queries.reviews.context import review_context
from rost.library.views.doors import CONFLICT, WRONG, visitor_of
from rost.ui.languages import in_language
from rost.ui.refusals import Refusal

from .doors import author_page, crumbs, draft_page


@require_safe
@draft_page
def draft(request: HttpRequest, practice: Practice) -> HttpResponse:
    return overview(request, practice)


def overview(request: HttpRequest, practice: Practice, **more: Any) -> HttpResponse:
    """`more` replaces a form or adds a refusal."""
    visitor, language = visitor_of(request), get_language() or "ru"
    passport = passport_of(practice)
    photos, files = list(practice.photos.all()), list(practice.files.all())
    status = more.pop("status", 200)
    context = {
        "practice": practice,
        "reading": reading_of(passport, conditions_of(practice), language),
        "photos": photos,
        "files": files,
        "videos": practice.videos,
        "gaps": gaps_of(passport),
        "authors": authors_of(practice),
        "is_author": is_author(visitor.person, practice),
        "is_first": visitor.person is not None and practice.author_id == visitor.person.pk,
        "may_write": practice.state in WRITTEN,
        "may_delete": practice.state in DRAFTS and practice.version_id is None,
        "changed": practice.version is not None and differs(practice, practice.version),
        "origins": [
            (card.title, "" if card.withdrawn_at else in_language(card.path, language))
            for card in origins_of(practice)
        ],
        "file_form": FileForm(),
        "note_form": NoteForm(),
        "crumbs": crumbs(practice),
        **review_context(practice, visitor, language),
    }
    return render(request, "library/own/draft.html", context | more, status=status)


def back(request: HttpRequest, practice: Practice, said: str = "") -> HttpResponse:
    if said:
        messages.success(request, said)
    return redirect("library:draft", practice.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@author_page
def draft_sending(request: HttpRequest, practice: Practice) -> HttpResponse:
    if request.method != "POST":
        return back(request, practice)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return overview(request, practice, note_form=form, status=WRONG)
    now = visitor_of(request).now
    try:
        send_practice(practice=practice, note=form.cleaned_data["note"], now=now)
    except Refusal as refusal:
        return overview(request, practice, refusal=str(refusal.message), status=CONFLICT)
    return back(request, practice, _("The practice is sent for review."))


@require_http_methods(["GET", "HEAD", "POST"])
@author_page
def draft_mending(request: HttpRequest, practice: Practice) -> HttpResponse:
    """Taking it back from review."""
    if request.method != "POST":
        return back(request, practice)
    try:
        take_back(practice=practice, now=visitor_of(request).now)
    except Refusal as refusal:
        return overview(request, practice, refusal=str(refusal.message), status=CONFLICT)
    return back(request, practice, _("The practice is yours again. Mend it and send it anew."))


@require_http_methods(["GET", "HEAD", "POST"])
@author_page
def practice_removal(request: HttpRequest, practice: Practice) -> HttpResponse:
    """The first author alone deletes, after one more question."""
    if visitor_of(request).person != practice.author:
        raise Http404
    if request.method != "POST":
        context = {"practice": practice, "crumbs": crumbs(practice, _("Removing"))}
        return render(request, "library/own/removal.html", context)
    try:
        delete_draft(practice=practice, now=visitor_of(request).now)
    except Refusal as refusal:
        return overview(request, practice, refusal=str(refusal.message), status=CONFLICT)
    messages.success(request, _("The draft is deleted. The project it grew from stays."))
    return redirect("portal:my_page")
