"""Photographs and files, handed out through one door: everybody's, or the authors' alone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import PurePosixPath
from typing import cast

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rost.library.models import Practice
from rost.library.queries.practices import get_practice_for
from rost.library.queries.public.practices import public_practice, shows_file, shows_photo
from rost.library.views.doors import LARGEST_NUMBER, visitor_of

DAY = int(timedelta(days=1).total_seconds())
EVERYBODY = f"public, max-age={DAY}"  # a day: a removed one is soon gone from other memories too
NOBODY_ELSE = "private, no-store"


@require_safe
def photo(request: HttpRequest, number: int, photo: int, size: str) -> HttpResponse:
    if max(number, photo) > LARGEST_NUMBER or size not in ("large", "small"):
        raise Http404
    public = public_practice(number)
    open_to_all = public is not None and shows_photo(public, photo)
    practice = public if open_to_all else get_practice_for(visitor_of(request), number)
    row = practice.photos.filter(pk=photo).first() if practice is not None else None
    if row is None:
        raise Http404
    stored = row.file if size == "large" else row.small
    answer = handed_out(stored, EVERYBODY if open_to_all else NOBODY_ELSE)
    answer.headers["Content-Type"] = "image/webp"
    return answer


@require_safe
def file(request: HttpRequest, number: int, file: int) -> HttpResponse:
    """Never shown in the browser: it is saved under its title."""
    if max(number, file) > LARGEST_NUMBER:
        raise Http404
    public = public_practice(number)
    open_to_all = public is not None and shows_file(public, file)
    practice: Practice | None
    practice = public if open_to_all else get_practice_for(visitor_of(request), number)
    row = practice.files.filter(pk=file).first() if practice is not None else None
    if row is None:
        raise Http404
    title = f"{row.title[:100]}{PurePosixPath(row.file.name or '').suffix}"
    return handed_out(row.file, EVERYBODY if open_to_all else NOBODY_ELSE, title)


def handed_out(stored: FieldFile, cached: str, title: str = "") -> HttpResponse:
    if not stored.name or not stored.storage.exists(stored.name):
        raise Http404
    answer = FileResponse(stored.open("rb"), as_attachment=bool(title), filename=title)
    answer.headers["Cache-Control"] = cached
    return cast("HttpResponse", answer)  # it streams, and doors declare whole answers
