"""Error pages: what happened, what was kept, what to do; a form that failed is given back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rost.ui.refusals import Refusal

NEVER_GIVEN_BACK = {"csrfmiddlewaretoken", "code", "password"}


def kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What the visitor had typed, so that an error never loses it."""
    if request.method != "POST":
        return []
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in NEVER_GIVEN_BACK and isinstance(value, str) and value
    ]


def page(request: HttpRequest, name: str, status: int, **context: Any) -> HttpResponse:
    context["kept"] = kept(request)
    return render(request, f"ui/errors/{name}.html", context, status=status)


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return page(request, "refused", 409, message=refusal.message)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, "bad_request", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, "forbidden", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, "not_found", 404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return page(request, "expired", 403)


def server_error(request: HttpRequest) -> HttpResponse:
    return page(request, "server_error", 500)
