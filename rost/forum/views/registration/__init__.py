"""Pages of registration, agenda, invitations and lists."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse


def registration(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404


def agenda(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404
