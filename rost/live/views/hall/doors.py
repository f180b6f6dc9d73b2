"""Preconditions of the hall's pages: the floor, the telephone, and where a form came from."""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from rost.directory.rules import Visitor
from rost.live.actions.devices import meet
from rost.live.models import Device
from rost.live.queries.devices import device_by_token, line_digest
from rost.live.queries.doors import Hall, floor_for
from rost.live.rules.hours import next_edge
from rost.ui.refusals import Refusal

COOKIE = "hall"
DAYS = 14  # of the token's cookie: the forum and the days after it
NETWORK_OF_SIX = 64  # bits of an IPv6 address that are one subscriber's line
View = Callable[..., HttpResponse]


class FromElsewhere(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This form was sent from another site. Open the page of the hall here."))


def hall_page(view: View) -> View:
    """The view gets the hall in the edition's own time; what is hidden is not there.

    Forms carry no token of a session, because the page is the same for all telephones: instead
    the browser must say that they come from this site (docs/decisions/hall-state.md).
    """

    @csrf_exempt
    @wraps(view)
    def door(request: HttpRequest, slug: str, code: str, **rest: Any) -> HttpResponse:
        hall = floor_for(visitor_of(request), slug, code)
        if hall is None:
            raise Http404
        if request.method == "POST" and not from_here(request):
            raise FromElsewhere
        with timezone.override(hall.edition.timezone):
            return view(request, hall, **rest)

    return door


def visitor_of(request: HttpRequest) -> Visitor:
    return request.visitor  # type: ignore[attr-defined, no-any-return]


def from_here(request: HttpRequest) -> bool:
    """Every browser of the last years says where a form comes from; a program that does not
    is nobody's browser and holds nobody's cookie.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin") or request.headers.get("Referer")
    return origin is None or urlsplit(origin).netloc == request.get_host()


def device_of(request: HttpRequest, hall: Hall) -> Device | None:
    """The telephone if it has done something before; looking makes no row."""
    token = request.COOKIES.get(COOKIE, "")
    return device_by_token(hall.edition, token) if token else None


def acting_device(request: HttpRequest, hall: Hall) -> tuple[Device, str]:
    """The telephone that does something now, and its token."""
    token = request.COOKIES.get(COOKIE, "")
    device, fresh = meet(
        edition=hall.edition,
        token=token,
        network=line_digest(hall.edition, "network", network_of(request)),
        browser=line_digest(hall.edition, "browser", browser_of(request)),
        now=visitor_of(request).now,
    )
    return device, fresh or token


def network_of(request: HttpRequest) -> str:
    """The client's address, by the rule of the other limits (BEHIND_PROXY)."""
    text = get_adapter().get_client_ip(request)
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return str(text)
    if address.version == 6:
        return str(ipaddress.ip_network((address, NETWORK_OF_SIX), strict=False))
    return str(address)


def browser_of(request: HttpRequest) -> str:
    headers = request.headers
    return f"{headers.get('User-Agent', '')}\n{headers.get('Accept-Language', '')}"[:1000]


def give_token(response: HttpResponse, token: str = "") -> HttpResponse:
    """A long random name for this telephone; the server keeps its digest once it does something."""
    response.set_cookie(
        COOKIE,
        token or secrets.token_urlsafe(32),
        max_age=DAYS * 24 * 60 * 60,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


def kept_page(
    request: HttpRequest, hall: Hall, response: HttpResponse, revision: int
) -> HttpResponse:
    """The same page for every stranger, kept while the floor stands still."""
    digest = hashlib.sha256(response.content).hexdigest()[:12]
    etag = f'"{revision}-{digest}"'
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "no-cache"
    alone = COOKIE not in request.COOKIES and visitor_of(request).person is None
    if alone and hall.edition.is_public:
        response.kept_floor = (hall.floor.pk, revision)  # type: ignore[attr-defined]
        response.kept_until = next_edge(hall.hours, visitor_of(request).now)  # type: ignore[attr-defined]
    return response
