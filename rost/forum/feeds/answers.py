"""Answers for programs: made once, named by what went into them, 304 when nothing changed."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

LARGEST_STORE = 12 * 1024 * 1024  # bytes of ready answers in one process


class Store:
    """Ready bytes by name, the longest unused thrown out first."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self.ready: OrderedDict[str, bytes] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, name: str) -> bytes | None:
        with self.lock:
            body = self.ready.get(name)
            if body is not None:
                self.ready.move_to_end(name)
            return body

    def put(self, name: str, body: bytes) -> None:
        with self.lock:
            self.size += len(body) - len(self.ready.pop(name, b""))
            self.ready[name] = body
            while self.size > self.limit and self.ready:
                _name, old = self.ready.popitem(last=False)
                self.size -= len(old)


STORE = Store(LARGEST_STORE)


@dataclass(frozen=True, slots=True)
class Feed:
    """What an answer is made of; two answers of equal `inputs` are equal byte for byte."""

    inputs: tuple[str, ...]
    content_type: str
    file_name: str
    changed_at: datetime | None  # None: the answer can change between two approvals
    make: Callable[[], bytes]
    for_everyone: bool = True


def base_url() -> str:
    """Where our addresses begin: set by whoever runs the site, never taken from the request."""
    return f"{settings.SITE_URL}/"


def answer(request: HttpRequest, feed: Feed) -> HttpResponse:
    inputs = (settings.VERSION, base_url(), *feed.inputs)
    name = hashlib.sha256("\0".join(inputs).encode()).hexdigest()[:32]
    etag = f'"{name}"'
    changed = int(feed.changed_at.timestamp()) if feed.changed_at else None
    # By name only: a name taken out of an approved version leaves the time of approval as it was.
    response: HttpResponse | None = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(_body(name, feed), content_type=feed.content_type)
        response.headers["Content-Disposition"] = f'inline; filename="{feed.file_name}"'
        response.kept = feed.for_everyone and not request.GET  # type: ignore[attr-defined]
    response.headers["ETag"] = etag
    if changed is not None:
        response.headers["Last-Modified"] = http_date(changed)
    response.headers["Cache-Control"] = "no-cache" if feed.for_everyone else "private, no-cache"
    return response


def _body(name: str, feed: Feed) -> bytes:
    body = STORE.get(name)
    if body is None:
        body = feed.make()
        STORE.put(name, body)
    return body
