"""Error pages: what happened, what was kept, what to do; a form that failed is given back."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import (
    BadRequest,
    DisallowedHost,
    RequestDataTooBig,
    SuspiciousOperation,
)
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from rost.ui.refusals import Refusal

SECRETS = re.compile(r"csrf|token|password|secret|(^|_)(code|otp|next)$")
UNREADABLE = (
    BadRequest,
    MultiPartParserError,
    RequestDataTooBig,
    SuspiciousOperation,
    UnreadablePostError,
)
LONGEST = 20_000  # characters of one value that are given back
TITLES = {
    "surname": _("Surname"),
    "given_name": _("Given name"),
    "patronymic": _("Patronymic"),
    "email": _("E-mail"),
    "phone": _("Phone"),
    "post": _("Post"),
    "title": _("Title"),
    "topic": _("Topic"),
    "basis": _("Basis"),
    "note": _("Note"),
    "reason": _("Reason"),
    "name": _("Name"),
    "text": _("Text"),
    "abstract": _("Summary"),
    "summary": _("Summary"),
}


def kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What the visitor had typed, so that an error never loses it; secrets are not shown again."""
    if request.method != "POST":
        return []
    try:
        posted = list(request.POST.lists())
    except UNREADABLE:
        return []
    return [
        (name, value[:LONGEST])
        for name, values in posted
        for value in values
        if isinstance(value, str) and value and not SECRETS.search(name)
    ]


def as_text(fields: list[tuple[str, str]]) -> str:
    """Typed values as lines to copy; a field is named where its name is known in plain words."""
    lines = []
    for name, value in fields:
        title = TITLES.get(name.rpartition("-")[2])
        lines.append(f"{title}: {value}" if title else value)
    return "\n".join(lines)


def may_send_again(request: HttpRequest) -> bool:
    """Only a form of our own site is offered again: browsers state the origin of what they send."""
    origin = urlsplit(request.headers.get("Origin", "")).netloc
    return bool(origin) and origin == own_host(request)


def own_host(request: HttpRequest) -> str:
    """Nothing when the request names a host that is not ours: that may be what went wrong."""
    try:
        return request.get_host()
    except DisallowedHost:
        return ""


def way_back(request: HttpRequest) -> str:
    """The page the form stood on, when it is ours."""
    referer = urlsplit(request.headers.get("Referer", ""))
    if not referer.netloc or referer.netloc != own_host(request) or not referer.path:
        return ""
    return referer.path + (f"?{referer.query}" if referer.query else "")


def page(request: HttpRequest, name: str, status: int, **context: Any) -> HttpResponse:
    fields = kept(request)
    context |= {"kept": fields, "kept_text": as_text(fields), "back": way_back(request)}
    return render(request, f"ui/errors/{name}.html", context, status=status)


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return page(request, "refused", 409, message=refusal.message)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, "bad_request", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, "forbidden", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, "not_found", 404)


def not_allowed(request: HttpRequest, *, allowed: str) -> HttpResponse:
    """Opened by its address, but it only takes what a button sends."""
    answer = page(request, "not_allowed", 405)
    answer.headers["Allow"] = allowed
    return answer


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long: it comes back filled in, with a fresh key, ready to be sent."""
    return page(request, "expired", 403, again=again(request))


def signed_out(request: HttpRequest) -> HttpResponse:
    """Sent after the session had ended: the form waits here until its author has signed in."""
    return page(request, "signed_out", 403, again=again(request))


def again(request: HttpRequest) -> str:
    return request.get_full_path() if request.method == "POST" and may_send_again(request) else ""


def server_error(request: HttpRequest) -> HttpResponse:
    """Asks the database nothing: it may be what broke."""
    return page(request, "server_error", 500, visitor=None, messages=())
