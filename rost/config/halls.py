"""What a hall asks again and again: answered from memory while its floor has not changed.

A thousand telephones ask every few seconds for the state of one session. A view says which floor
its answer is of (`response.kept_floor`, the floor's number and its revision as read first) and
when time alone changes it (`kept_until`). The answer is kept compressed, and served while the
public revision and the floor's own are those it was made under: one look at the database, and on
SQLite not even that while nothing was committed. In a storm of votes it is made anew once a
second, not once a vote. Why: docs/decisions/hall-state.md.
"""

from __future__ import annotations

import gzip
import re
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import brotli

from rost.config.floors import FloorRevisions, Revisions
from rost.config.kept import HARMLESS_COOKIES, Application, Environ, StartResponse

PATH = re.compile(r"^(?:/(?:ru|ba|en))?/forum/[^/]+/hall/[^/]+/(?P<what>state/|screen/)?$")
QUERIES = {"", "brief", "look=dark", "look=light"}  # anything else is Django's
TOKEN_COOKIE = "hall"  # noqa: S105 a cookie's name
KEPT_ANSWERS = 400  # pages and states × encodings held by one process
MAKE_AGAIN = 1.0  # seconds between two makings of one answer
WAIT_TO_SEND = 0.05  # seconds that a question or a vote waits for the one before it
LONGEST_SENDING = 65_536  # bytes of a question with everything around it
SEND_LATER = [("Content-Type", "application/json"), ("Retry-After", "1"), ("Content-Length", "2")]
NOTHING_MORE = [("Content-Type", "application/json"), ("Content-Length", "2")]
STATE_HEADERS = {"content-type", "cache-control", "x-content-type-options"}
NOT_KEPT_HEADERS = {"content-length", "content-encoding", "vary", "set-cookie"}


@dataclass(frozen=True, slots=True)
class Kept:
    floor: int
    revisions: Revisions
    made: float  # time.monotonic()
    until: float | None  # time.time() after which time itself has changed it
    etag: str
    headers: list[tuple[str, str]]
    cookie: str | None  # what follows the token, where every answer brings a token of its own
    body: bytes

    def has_time(self) -> bool:
        return self.until is None or self.until > time.time()


class HallAnswers:
    """WSGI layer before everything else; what is not of a hall goes on to `application`."""

    def __init__(self, application: Application, django: Application) -> None:
        self.application = application
        self.django = django
        self.answers: OrderedDict[tuple[str, ...], Kept] = OrderedDict()
        self.being_made: set[tuple[str, ...]] = set()
        self.lock = threading.Lock()
        self.one_sends = threading.Semaphore(1)
        self.revisions = FloorRevisions()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if "/hall/" not in environ["PATH_INFO"]:
            return self.application(environ, start_response)
        if environ["REQUEST_METHOD"] == "POST":
            return self.send(environ, start_response)
        match = PATH.match(environ["PATH_INFO"])
        if not match:
            return self.application(environ, start_response)
        key = key_of(environ, match["what"] or "")
        if key is None:
            return self.django(environ, start_response)
        kept = self.answers.get(key)
        now = self.revisions.now(kept.floor if kept else 0)
        if kept is not None and now is not None and kept.has_time():
            if kept.revisions == now:
                return answer(kept, environ, start_response)
            if kept.revisions[0] == now[0] and self.too_early(key, kept):
                return answer(kept, environ, start_response, behind=True)
        return self.make(environ, start_response, key, now)

    def send(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """One thread of the process always stays free for whoever looks: writing is one after
        another anyway, so a script whose turn does not come at once is told to send again. What
        it sends is awaited before its turn: a slow line keeps nobody else waiting.
        """
        if environ.get("HTTP_ACCEPT") != "application/json":
            return self.application(environ, start_response)
        if not has_come(environ):
            start_response("413 Content Too Large", NOTHING_MORE)
            return [b"{}"]
        if not self.one_sends.acquire(timeout=WAIT_TO_SEND):
            start_response("429 Too Many Requests", SEND_LATER)
            return [b"{}"]
        try:
            return self.application(environ, start_response)
        finally:
            self.one_sends.release()

    def too_early(self, key: tuple[str, ...], kept: Kept) -> bool:
        return key in self.being_made or time.monotonic() - kept.made < MAKE_AGAIN

    def make(
        self,
        environ: Environ,
        start_response: StartResponse,
        key: tuple[str, ...],
        before: Revisions | None,
    ) -> Iterable[bytes]:
        """Let Django answer; keep the answer when it says so."""
        self.being_made.add(key)
        try:
            return self.ask(environ, start_response, key, before)
        finally:
            self.being_made.discard(key)

    def ask(
        self,
        environ: Environ,
        start_response: StartResponse,
        key: tuple[str, ...],
        before: Revisions | None,
    ) -> Iterable[bytes]:
        began: list[tuple[str, list[tuple[str, str]]]] = []
        conditional = environ.pop("HTTP_IF_NONE_MATCH", None)

        def catch(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
            began[:] = [(status, headers)]

        response = self.django(environ, catch)
        status, headers = began[0]
        if conditional is not None:
            environ["HTTP_IF_NONE_MATCH"] = conditional
        floor: tuple[int, int] | None = getattr(response, "kept_floor", None)
        if floor is None or before is None or not status.startswith("200"):
            start_response(status, headers)
            return response
        body = b"".join(response)
        response.close()  # type: ignore[attr-defined]
        kept = made(response, headers, body, key=key, revisions=(before[0], floor[1]))
        with self.lock:
            self.answers[key] = kept
            self.answers.move_to_end(key)
            while len(self.answers) > KEPT_ANSWERS:
                self.answers.popitem(last=False)
        return answer(kept, environ, start_response)


def has_come(environ: Environ) -> bool:
    """Whether the whole of what a script sends is here now; nothing of a hall is longer."""
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > LONGEST_SENDING:
        return False
    environ["wsgi.input"] = BytesIO(environ["wsgi.input"].read(int(length)))
    return True


def key_of(environ: Environ, what: str) -> tuple[str, ...] | None:
    """What tells answers apart; None when this one may be for this visitor alone.

    The state is the same for everybody, whatever cookies come with it.
    """
    query = environ.get("QUERY_STRING", "")
    if environ["REQUEST_METHOD"] != "GET" or query not in QUERIES:
        return None
    view = "" if what == "state/" else anonymous_view(environ)
    if view is None:
        return None
    accepted = environ.get("HTTP_ACCEPT_ENCODING", "")
    encoding = "br" if "br" in accepted else "gzip" if "gzip" in accepted else ""
    host = environ.get("HTTP_HOST", "")
    return (host, environ["PATH_INFO"], query, view, what, encoding)


def anonymous_view(environ: Environ) -> str | None:
    """The chosen view of a visitor whom nothing tells from others, None for everybody else."""
    if "HTTP_AUTHORIZATION" in environ:
        return None
    view = ""
    for cookie in filter(None, environ.get("HTTP_COOKIE", "").split(";")):
        name, _, value = cookie.strip().partition("=")
        if name == TOKEN_COOKIE or name not in HARMLESS_COOKIES:
            return None
        if name == "view":
            view = value
    return view


def made(
    response: Any,
    headers: list[tuple[str, str]],
    body: bytes,
    *,
    key: tuple[str, ...],
    revisions: Revisions,
) -> Kept:
    """Compress an answer once; of a state, only the headers that a telephone needs."""
    what, encoding = key[-2:]
    if encoding == "br":
        body = brotli.compress(body, quality=7)
    elif encoding == "gzip":
        body = gzip.compress(body, 7, mtime=0)
    kept = [
        (name, value)
        for name, value in headers
        if (name.lower() in STATE_HEADERS if what == "state/" else True)
        and name.lower() not in NOT_KEPT_HEADERS | {"etag"}
    ]
    etag = next(value for name, value in headers if name.lower() == "etag")
    kept += [("ETag", etag), ("Content-Length", str(len(body))), ("Vary", "Accept-Encoding")]
    if encoding:
        kept.append(("Content-Encoding", encoding))
    until = getattr(response, "kept_until", None)
    return Kept(
        floor=response.kept_floor[0],
        revisions=revisions,
        made=time.monotonic(),
        until=until.timestamp() if until else None,
        etag=etag,
        headers=kept,
        cookie=token_cookie(headers),
        body=body,
    )


def token_cookie(headers: list[tuple[str, str]]) -> str | None:
    """The attributes of the token's cookie that Django has set."""
    for name, value in headers:
        if name.lower() == "set-cookie" and value.lstrip().startswith(f"{TOKEN_COOKIE}="):
            return value.partition(";")[2]
    return None


def answer(
    kept: Kept, environ: Environ, start_response: StartResponse, *, behind: bool = False
) -> Iterable[bytes]:
    """`behind`: something newer exists, but is not made yet; whoever knows as much gets nothing.

    Another process may have answered this telephone with something newer than what is kept here.
    """
    known = environ.get("HTTP_IF_NONE_MATCH", "")
    if known and (kept.etag in known or (behind and number(known) > number(kept.etag))):
        start_response("304 Not Modified", [("ETag", known if behind else kept.etag)])
        return []
    headers = kept.headers
    if kept.cookie is not None:
        token = secrets.token_urlsafe(32)
        headers = [*headers, ("Set-Cookie", f"{TOKEN_COOKIE}={token};{kept.cookie}")]
    start_response("200 OK", headers)
    return [kept.body]


def number(etag: str) -> int:
    """The floor's revision, which an entity tag of a hall begins with.

    >>> number('W/"105-open"')
    105
    """
    found = re.search(r"\d+", etag)
    return int(found[0]) if found else 0
