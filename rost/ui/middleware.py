"""What every response carries: safety headers; and how an expected refusal becomes a page."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import resolve_url

from rost.ui.languages import without_language

Handler = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "default-src 'none'; script-src 'self'{scripts}; style-src 'self'{styles}; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)
NO_SENSORS = "camera=(), geolocation=(), microphone=()"


def safety_headers(get_response: Handler) -> Handler:
    """A strict Content-Security-Policy: own scripts only, inline styles only by their hash."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        hashes = "".join(f" {one}" for one in sorted(getattr(request, "style_hashes", ())))
        scripts = " 'wasm-unsafe-eval'" if getattr(response, "runs_wasm", False) else ""
        policy = POLICY.format(styles=hashes, scripts=scripts)
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", NO_SENSORS)
        return response

    return middleware


def no_zero_bytes(get_response: Handler) -> Handler:
    """No address of ours holds a zero byte, and PostgreSQL refuses to look for one.

    In a query it is left out, as other nonsense there: the page is shown.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            raise Http404
        query = request.META.get("QUERY_STRING", "")
        if "%00" in query:
            request.META["QUERY_STRING"] = query.replace("%00", "")
        return get_response(request)

    return middleware


class Compress(GZipMiddleware):
    """Gzip for every page but those kept in front of Django, which are compressed there once."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:  # type: ignore[override]
        if getattr(response, "kept", False) or hasattr(response, "kept_floor"):
            return response
        return super().process_response(request, response)  # type: ignore[return-value]


def refusals(get_response: Handler) -> Handler:
    """Django calls `process_exception`; a refusal no view has caught becomes a readable page.

    So does an address that only takes forms, when somebody opens it by typing or reloading.
    """
    from rost.ui.errors import not_allowed, refused
    from rost.ui.refusals import Refusal

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code == 405 and request.method == "GET" and not response.content:
            return not_allowed(request, allowed=response.headers["Allow"])
        return response

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return refused(request, exception) if isinstance(exception, Refusal) else None

    middleware.process_exception = process_exception  # type: ignore[attr-defined]
    return middleware


def nothing_lost(get_response: Handler) -> Handler:
    """What was typed survives an ended session, and a form sent by `keep.js` learns its fate.

    A POST that would only lead to the sign-in page gets its content back instead. When the script
    sends a form it asks with `X-Keep`; a redirect, which means «accepted», is told to it as 204
    and the address in `X-Accepted`, so that it can forget the copy on the device first.
    """
    from rost.ui.errors import signed_out

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method != "POST" or response.status_code not in (302, 303):
            return response
        location = response.headers["Location"]
        if turned_away(request, location):
            return signed_out(request)
        if "X-Keep" in request.headers:
            del response.headers["Location"]
            response.headers["X-Accepted"] = location
            response.status_code = 204
            response.content = b""
        return response

    return middleware


def turned_away(request: HttpRequest, location: str) -> bool:
    """Whether a form is sent to the sign-in page with nothing of it kept.

    `login_required` sends it there with the form's own address as `next`. A view that lets
    strangers begin puts their form into the session first and may send them to sign in itself.
    """
    address = urlsplit(location)
    sign_in = without_language(resolve_url(settings.LOGIN_URL))
    returns_to = parse_qs(address.query).get("next", [""])[0]
    return (
        without_language(address.path) == sign_in
        and urlsplit(returns_to).path == request.path
        and not request.session.modified
    )
