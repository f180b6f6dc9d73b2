"""Wordings of a space: what its papers say, previews, the history of versions."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.documents.actions.templates import check_places, return_to, write_version
from rost.documents.forms import WordingForm
from rost.documents.kinds.finding import kinds
from rost.documents.kinds.model import Kind
from rost.documents.queries.templates import (
    history_of,
    sample_file,
    sample_text,
    versions_of,
    wording_in_force,
    wordings_of,
)
from rost.documents.rules import EDIT_WORDINGS
from rost.documents.views.doors import (
    PLATFORM,
    address,
    as_file,
    in_space,
    person_of,
    visitor_of,
)
from rost.ui.refusals import Refusal

View = Callable[..., HttpResponse]


@require_safe
@never_cache
@in_space(EDIT_WORDINGS)
def wordings(request: HttpRequest, space: str, title: str) -> HttpResponse:
    """Which papers have sentences of their own, in which languages."""
    offers = [
        (one, address("documents:wording", space, one.kind.name, one.language))
        for one in wordings_of(space)
    ]
    return render(request, "documents/wordings.html", {"offers": offers, "space_title": title})


def of_kind(view: View) -> View:
    """The view gets the kind; a kind or a language without sentences does not exist."""

    @wraps(view)
    def door(
        request: HttpRequest, space: str, title: str, kind: str, language: str, **rest: Any
    ) -> HttpResponse:
        found = kinds().get(kind)
        if found is None or language not in found.wordings:
            raise Http404
        return view(request, space, title, found, language, **rest)

    return door


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@in_space(EDIT_WORDINGS)
@of_kind
def wording(
    request: HttpRequest, space: str, title: str, kind: Kind, language: str
) -> HttpResponse:
    """The sentences in force and their history; POST shows them on the sample or saves them."""
    texts = dict(wording_in_force(kind.name, language, space).texts)
    form = WordingForm(request.POST or None, kind=kind, texts=texts)
    if request.method == "POST" and form.is_valid():
        try:
            if "look" not in request.POST:
                return save(request, space, kind, language, form)
            check_places(kind=kind.name, texts=form.texts)
            texts = form.texts
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
    samples = [
        (kind.wording_titles.get(name, name), name, sample_text(kind, language, text))
        for name, text in texts.items()
    ]
    context = {
        "form": form,
        "kind": kind,
        "language": language,
        "language_title": dict(settings.LANGUAGES)[language],
        "space_name": space or PLATFORM,
        "samples": samples,
        "history": history_of(kind.name, language, space),
        "places": [f"{{{title}}}" for title in kind.placeholders.values()],
        "paper_address": address("documents:wording_paper", space, kind.name, language),
        "space_title": title,
        "address_of": address("documents:wording", space, kind.name, language),
        "crumbs": [(_("Wordings"), address("documents:wordings", space)), (kind.title, "")],
    }
    status = 422 if form.errors else 200
    return render(request, "documents/wording.html", context, status=status)


def save(
    request: HttpRequest, space: str, kind: Kind, language: str, form: WordingForm
) -> HttpResponse:
    version = write_version(
        kind=kind.name,
        language=language,
        space=space,
        texts=form.texts,
        note=form.cleaned_data["version_note"],
        by=person_of(request),
        now=visitor_of(request).now,
    )
    said = _("Version %(number)s is in force for papers issued from now on.")
    messages.success(request, said % {"number": version.number})
    return redirect(address("documents:wording", space, kind.name, language))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@in_space(EDIT_WORDINGS)
@of_kind
def wording_paper(
    request: HttpRequest, space: str, title: str, kind: Kind, language: str
) -> HttpResponse:
    """The sample on paper, with what is in force or with what is typed and not yet saved."""
    texts = dict(wording_in_force(kind.name, language, space).texts)
    name = request.GET.get("text", next(iter(texts)))
    if name not in texts:
        raise Http404
    form = WordingForm(request.POST, kind=kind, texts=texts)
    if request.method == "POST" and form.is_valid():
        check_places(kind=kind.name, texts=form.texts)
        texts = form.texts
    return as_file(sample_file(kind, language, texts[name]), inline=True)


@require_POST
@in_space(EDIT_WORDINGS)
@of_kind
def wording_return(
    request: HttpRequest, space: str, title: str, kind: Kind, language: str, version: int
) -> HttpResponse:
    """An earlier version comes into force again, as a new one."""
    found = versions_of(kind.name, language, space).filter(number=version).first()
    if found is None:
        raise Http404
    made = return_to(version=found, space=space, by=person_of(request), now=visitor_of(request).now)
    said = _("Version %(number)s is in force for papers issued from now on.")
    messages.success(request, said % {"number": made.number})
    return redirect(address("documents:wording", space, kind.name, language))
