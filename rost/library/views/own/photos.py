"""Photographs and files of a practice: added, described, removed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from rost.library.actions.own.drafts import WRITTEN
from rost.library.actions.own.files import add_file, remove_file
from rost.library.actions.own.photos import add_photos, describe_photos, remove_photo
from rost.library.forms.own import GROUPS, FileForm, PhotosForm
from rost.library.models import Practice
from rost.library.rules.uploads import LONGEST_ALT, MOST_PHOTOS
from rost.library.views.doors import CONFLICT, WRONG, person_of, visitor_of
from rost.ui.refusals import Refusal

from .doors import author_page, crumbs


@require_http_methods(["GET", "HEAD", "POST"])
@author_page
def draft_photos(request: HttpRequest, practice: Practice) -> HttpResponse:
    if request.method != "POST":
        return page(request, practice)
    form = PhotosForm(request.POST, request.FILES)
    if not form.is_valid():
        return page(request, practice, photos_form=form, status=WRONG)
    try:
        added, refused = add_photos(
            practice=practice,
            files=form.chosen,
            by=person_of(request),
            now=visitor_of(request).now,
        )
    except Refusal as refusal:
        return page(request, practice, refusal=str(refusal.message), status=CONFLICT)
    if refused:
        return page(request, practice, added=added, refused=refused, status=CONFLICT)
    said = ngettext("%(number)s photograph is added.", "%(number)s photographs are added.", added)
    messages.success(
        request, f"{said % {'number': added}} {_('Now write below what is seen on them.')}"
    )
    return redirect("library:draft_photos", practice.pk)


@require_POST
@author_page
def draft_photos_words(request: HttpRequest, practice: Practice) -> HttpResponse:
    """What is seen on each of them; the fields are called alt-<number>."""
    texts = {
        int(name.removeprefix("alt-")): str(text).replace("\0", "")[:LONGEST_ALT]
        for name, text in request.POST.items()
        if name.startswith("alt-") and name[4:].isascii() and name[4:].isdecimal()
    }
    try:
        describe_photos(practice=practice, texts={k: v for k, v in texts.items() if k < 2**63})
    except Refusal as refusal:
        return page(request, practice, refusal=str(refusal.message), status=CONFLICT)
    messages.success(request, _("The descriptions are saved."))
    return redirect("library:draft_photos", practice.pk)


@require_POST
@author_page
def draft_photo_removal(request: HttpRequest, practice: Practice, photo: int) -> HttpResponse:
    remove_photo(practice=practice, number=photo)
    messages.success(request, _("The photograph is removed."))
    return redirect("library:draft_photos", practice.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@author_page
def draft_files(request: HttpRequest, practice: Practice) -> HttpResponse:
    if request.method != "POST":
        return redirect("library:draft_photos", practice.pk)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return page(request, practice, file_form=form, status=WRONG)
    try:
        add_file(practice=practice, **form.cleaned_data, now=visitor_of(request).now)
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return page(request, practice, file_form=form, status=CONFLICT)
    messages.success(request, _("The file is added."))
    return redirect("library:draft_photos", practice.pk)


@require_POST
@author_page
def draft_file_removal(request: HttpRequest, practice: Practice, file: int) -> HttpResponse:
    remove_file(practice=practice, number=file)
    messages.success(request, _("The file is removed."))
    return redirect("library:draft_photos", practice.pk)


def page(request: HttpRequest, practice: Practice, **more: Any) -> HttpResponse:
    """`more` replaces a form or says what was not added."""
    status = more.pop("status", 200)
    photos = list(practice.photos.all())
    context = {
        "practice": practice,
        "groups": GROUPS,
        "photos": photos,
        "room": MOST_PHOTOS - len(photos),
        "unsaid": sum(1 for one in photos if not one.alt),
        "files": list(practice.files.all()),
        "photos_form": PhotosForm(),
        "file_form": FileForm(),
        "may_write": practice.state in WRITTEN,
        "longest_alt": LONGEST_ALT,
        "crumbs": crumbs(practice, _("Photographs and files")),
    }
    return render(request, "library/own/photos.html", context | more, status=status)
