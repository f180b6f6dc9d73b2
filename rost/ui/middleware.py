"""What every response carries: safety headers; and how an expected refusal becomes a page."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

Handler = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{styles}; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; manifest-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)


def safety_headers(get_response: Handler) -> Handler:
    """A strict Content-Security-Policy: own scripts only, inline styles only by their hash."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        hashes = "".join(f" {one}" for one in sorted(getattr(request, "style_hashes", ())))
        response.headers.setdefault("Content-Security-Policy", POLICY.format(styles=hashes))
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "geolocation=(), microphone=()")
        return response

    return middleware


class Compress(GZipMiddleware):
    """Gzip for every page but those kept in front of Django, which are compressed there once."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:  # type: ignore[override]
        if getattr(response, "kept", False):
            return response
        return super().process_response(request, response)  # type: ignore[return-value]


def refusals(get_response: Handler) -> Handler:
    """Django calls `process_exception`; a refusal no view has caught becomes a readable page."""

    from rost.ui.errors import refused
    from rost.ui.refusals import Refusal

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return refused(request, exception) if isinstance(exception, Refusal) else None

    middleware.process_exception = process_exception  # type: ignore[attr-defined]
    return middleware
