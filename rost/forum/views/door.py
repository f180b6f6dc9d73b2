"""The page at the door: a shell without data; the telephone brings its pass in the address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from rost.forum.adapters.code_reader import reader_addresses
from rost.forum.adapters.door_files import modules
from rost.forum.messages.door import page_texts
from rost.forum.models import Edition
from rost.forum.views.public.doors import page, public_edition


@public_edition
def door(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Drawn for nobody in particular, so that the telephone may keep it."""
    reader = reader_addresses()
    begins, *others = modules()
    response = page(
        request,
        "forum/door/page.html",
        {
            "texts": page_texts(),
            "begins": begins,
            "others": others,
            "reader": reader,
        },
        edition=edition,
    )
    response.runs_wasm = reader is not None  # type: ignore[attr-defined]
    response.headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=()"
    return response
