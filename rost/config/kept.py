"""Kept pages: the same compressed bytes for every anonymous visitor until something is saved.

A view says that its page may be kept (`response.kept = True`, and `kept_until` when time alone
changes it). The page is kept compressed together with the public revision read *before* it was
made; a kept page is served only while the revision is still that one, so nothing stale leaves
after a save. What the revision is, the database says on every request: on SQLite by
`PRAGMA data_version` (a counter in shared memory: no query while nothing was committed),
on PostgreSQL by reading the one row.
"""

from __future__ import annotations

import gzip
import hashlib
import sqlite3
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import brotli
from django.db import connection
from django.db.utils import DatabaseError

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

KEPT_PAGES = 512  # pages × encodings held by one process
LONGEST_PAGE = 1_000_000  # bytes; larger ones are not worth the memory
QUERY = "SELECT number FROM directory_publicrevision WHERE id = 1"
HARMLESS_COOKIES = {"csrftoken", "view", "hall"}  # what kept pages do not depend on
NOT_KEPT_HEADERS = {"content-length", "content-encoding", "etag", "vary", "set-cookie"}


@dataclass(frozen=True, slots=True)
class KeptPage:
    revision: int
    until: float | None  # time.time() after which time itself has changed the page
    etag: str
    headers: list[tuple[str, str]]
    headers_304: list[tuple[str, str]]
    body: bytes


class Revision:
    """The current public revision, read by the cheapest way the database has."""

    def __init__(self) -> None:
        self.local = threading.local()
        self.read = self.from_sqlite if connection.vendor == "sqlite" else self.from_row

    def number(self) -> int | None:
        """The revision now, or None when it cannot be told (then nothing is kept)."""
        try:
            return self.read()
        except (DatabaseError, sqlite3.Error):
            self.local.__dict__.clear()
            return None

    def from_row(self) -> int:
        with connection.cursor() as cursor:
            cursor.execute(QUERY)
            row = cursor.fetchone()
        return int(row[0]) if row else 0

    def from_sqlite(self) -> int:
        local = self.local
        try:
            watcher: sqlite3.Cursor = local.watcher
        except AttributeError:
            watcher = local.watcher = watching_cursor()
            local.version = -1
        version = watcher.execute("PRAGMA data_version").fetchone()[0]
        if version != local.version:
            row = watcher.execute(QUERY).fetchone()
            local.number, local.version = (int(row[0]) if row else 0), version
        return local.number  # type: ignore[no-any-return]


def watching_cursor() -> sqlite3.Cursor:
    """A cursor of a connection of this thread's own that only looks."""
    address = f"file:{connection.settings_dict['NAME']}?mode=ro"
    return sqlite3.connect(address, uri=True, isolation_level=None).cursor()


class KeptPages:
    """WSGI layer before Django: answers from memory what it may, asks Django for the rest."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.pages: OrderedDict[tuple[str, ...], KeptPage] = OrderedDict()
        self.lock = threading.Lock()
        self.revision = Revision()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        key = key_of(environ)
        if key is None:
            return self.application(environ, start_response)
        revision = self.revision.number()
        page = self.pages.get(key)
        if page is not None and page.revision == revision and is_fresh(page):
            return answer(page, environ, start_response)
        return self.ask(environ, start_response, key, revision)

    def ask(
        self,
        environ: Environ,
        start_response: StartResponse,
        key: tuple[str, ...],
        revision: int | None,
    ) -> Iterable[bytes]:
        """Let Django answer; keep the answer when it says so."""
        began: list[tuple[str, list[tuple[str, str]]]] = []
        conditional = environ.pop("HTTP_IF_NONE_MATCH", None)

        def catch(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
            began[:] = [(status, headers)]

        response = self.application(environ, catch)
        status, headers = began[0]
        if conditional is not None:
            environ["HTTP_IF_NONE_MATCH"] = conditional
        may_be_kept = (
            getattr(response, "kept", False) and status.startswith("200") and revision is not None
        )
        if not may_be_kept:
            start_response(status, headers)
            return response
        body = b"".join(response)
        response.close()  # type: ignore[attr-defined]
        page = make(response, headers, body, encoding=key[-1], revision=revision or 0)
        if len(page.body) <= LONGEST_PAGE:
            with self.lock:
                self.pages[key] = page
                self.pages.move_to_end(key)
                while len(self.pages) > KEPT_PAGES:
                    self.pages.popitem(last=False)
        return answer(page, environ, start_response)


def is_fresh(page: KeptPage) -> bool:
    return page.until is None or page.until > time.time()


def key_of(environ: Environ) -> tuple[str, ...] | None:
    """What tells anonymous pages apart; None when the visitor or the request is not anonymous."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in environ:
        return None
    view = ""
    cookies = environ.get("HTTP_COOKIE")
    if cookies:
        for cookie in cookies.split(";"):
            name, _, value = cookie.strip().partition("=")
            if name not in HARMLESS_COOKIES:
                return None
            if name == "view":
                view = value
    accepted = environ.get("HTTP_ACCEPT_ENCODING", "")
    encoding = "br" if "br" in accepted else "gzip" if "gzip" in accepted else ""
    return (
        environ.get("HTTP_HOST", ""),
        environ["PATH_INFO"],
        environ.get("QUERY_STRING", ""),
        environ.get("HTTP_HX_REQUEST", ""),
        view,
        encoding,
    )


def make(
    response: Any, headers: list[tuple[str, str]], body: bytes, *, encoding: str, revision: int
) -> KeptPage:
    """Compress a page once, with an ETag of its content and encoding."""
    if encoding == "br":
        body = brotli.compress(body, quality=9)
    elif encoding == "gzip":
        body = gzip.compress(body, 9, mtime=0)
    etag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    kept = [(name, value) for name, value in headers if name.lower() not in NOT_KEPT_HEADERS]
    kept += [("ETag", etag), ("Vary", "Accept-Encoding, Cookie, HX-Request")]
    whole = [*kept, ("Content-Length", str(len(body)))]
    if encoding:
        whole.append(("Content-Encoding", encoding))
    until = getattr(response, "kept_until", None)
    return KeptPage(
        revision=revision,
        until=until.timestamp() if until else None,
        etag=etag,
        headers=whole,
        headers_304=kept,
        body=body,
    )


def answer(page: KeptPage, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known and page.etag in known:
        start_response("304 Not Modified", page.headers_304)
        return []
    start_response("200 OK", page.headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [page.body]
