"""Kept pages: the same bytes for strangers, never stale after a save, never for other eyes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from conftest import NOW, Cast
from rost.config.kept import KeptPages, key_of
from rost.forum.tests.sample import publish, sample_programme
from rost.library.actions.publishing import publish as put_version
from rost.library.tests.adoption_stage import practice_of, taken_up
from rost.portal.adapters.revision import IN_PART, NAMES, WATCHED
from tests.access_library_own import add_uploads

TABLES = re.compile(r'(?:FROM|JOIN) "?(\w+)"?', re.IGNORECASE)
UNWATCHED_BUT_CONSTANT = {"django_content_type", "found"}  # the second names a part of a query
# What was promised at a session is found by the session's code, which never changes.
CONSTANT_ON_PAGE = {("sessions", "forum_session")}


class Answer:
    def __init__(self) -> None:
        self.status = ""
        self.headers: dict[str, str] = {}
        self.body = b""

    def start(self, status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
        self.status, self.headers = status, dict(headers)


@pytest.fixture
def layer(transactional_db: None) -> KeptPages:
    layer = KeptPages(WSGIHandler())
    layer.revision.read = layer.revision.from_row  # the test database is not a file
    return layer


@pytest.fixture
def ask(layer: KeptPages) -> Callable[..., Answer]:
    def ask(path: str, **environ: str) -> Answer:
        request = RequestFactory(HTTP_HOST="localhost").get(path, **environ)  # type: ignore[arg-type]
        answer = Answer()
        parts: Iterable[bytes] = layer(request.environ, answer.start)
        answer.body = b"".join(parts)
        return answer

    return ask


def test_a_page_is_made_once_and_then_revalidated(layer: KeptPages, ask: Any) -> None:
    first = ask("/forum/")
    with CaptureQueriesContext(connection) as caught:
        second = ask("/forum/")
    again = ask("/forum/", HTTP_IF_NONE_MATCH=first.headers["ETag"])

    assert (second.status, second.body) == ("200 OK", first.body)
    assert len(caught) == 1  # the revision alone
    assert again.status == "304 Not Modified"


def test_a_save_by_any_path_is_seen_at_once(ask: Any) -> None:
    edition = publish(sample_programme(3))
    before = ask("/forum/")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE forum_edition SET name = 'Новое имя' WHERE id = %s", [edition.pk])

    after = ask("/forum/", HTTP_IF_NONE_MATCH=before.headers["ETag"])

    assert after.status == "200 OK"
    assert "Новое имя" in after.body.decode()


def test_people_with_a_session_never_meet_a_kept_page(ask: Any, layer: KeptPages) -> None:
    ask("/forum/")

    stranger = {"REQUEST_METHOD": "GET", "PATH_INFO": "/"}

    assert key_of(stranger | {"HTTP_COOKIE": "sessionid=x"}) is None
    assert key_of(stranger | {"REQUEST_METHOD": "POST"}) is None
    assert key_of(stranger | {"HTTP_COOKIE": "view=s150"}) != key_of(stranger)


def test_time_alone_changes_a_page_that_says_so(ask: Any, layer: KeptPages) -> None:
    ask("/forum/")
    key = next(iter(layer.pages))
    past = (datetime.now(UTC) - timedelta(seconds=1)).timestamp()
    layer.pages[key] = layer.pages[key].__class__(
        **{
            name: getattr(layer.pages[key], name)
            for name in ("revision", "etag", "headers", "headers_304", "body")
        },
        until=past,
    )

    ask("/forum/")

    assert layer.pages[key].until != past


def kept_paths(code: str) -> list[str]:
    slug = "/forum/forum-2020"
    return [
        "/",
        "/forum/",
        f"{slug}/",
        f"{slug}/programme/",
        f"{slug}/programme/print/",
        f"{slug}/sessions/{code}/",
        "/search/",
        "/practices/",
    ]


def test_kept_pages_read_only_tables_that_are_watched(db: None) -> None:
    programme = sample_programme(12)
    publish(programme)
    paths = kept_paths(programme.sessions[0].code)

    assert unwatched_tables(paths) == set()


def test_kept_pages_of_a_repeated_practice_read_only_tables_that_are_watched(cast: Cast) -> None:
    practice = practice_of(cast, shows_contact=True)
    add_uploads(practice)
    put_version(practice=practice, by=cast.marat, note="", now=NOW)
    adoption = taken_up(practice, cast.ramilya, cast.askarovo)
    page = f"/practices/{practice.pk}/"

    assert unwatched_tables([page, f"{page}tree/", f"{page}adoptions/{adoption.pk}/"]) == set()


def unwatched_tables(paths: list[str]) -> set[str]:
    """What each kept page reads beside the tables that make it anew."""
    client, unwatched = Client(), set()
    for path in paths:
        with CaptureQueriesContext(connection) as caught:
            answer = client.get(path)
        assert answer.status_code == 200, path
        assert getattr(answer, "kept", False), path
        unwatched |= {
            f"{path}: {table}"
            for query in caught
            for table in TABLES.findall(query["sql"])
            if table not in {*WATCHED, *IN_PART, NAMES[0]}
            and table not in UNWATCHED_BUT_CONSTANT
            and not any(part in path and table == one for part, one in CONSTANT_ON_PAGE)
        }
    return unwatched
