"""What a thousand telephones ask: nothing new costs one look at the database and a few bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

import brotli
import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.db.models import F
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from conftest import Cast
from rost.config import halls
from rost.config.halls import HallAnswers
from rost.directory.models import PublicRevision
from rost.forum.models import Edition
from rost.live.models import Floor, HallQuestion
from rost.live.tests.telephone_stage import Telephone, make_floor

NOTHING_NEW = 60  # bytes of all headers that Rost puts into a 304


class Answer:
    def __init__(self) -> None:
        self.status, self.body = "", b""
        self.headers: list[tuple[str, str]] = []

    def start(self, status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
        self.status, self.headers = status, headers

    def header(self, name: str) -> str:
        return dict(self.headers).get(name, "")


@pytest.fixture
def floor(transactional_db: None, cast: Cast) -> Floor:
    return make_floor(cast)


@pytest.fixture
def layer(floor: Floor, monkeypatch: pytest.MonkeyPatch) -> HallAnswers:
    monkeypatch.setattr(halls, "MAKE_AGAIN", 0.0)
    django = WSGIHandler()
    layer = HallAnswers(django, django)
    layer.revisions.read = layer.revisions.from_row  # the test database is not a file
    return layer


@pytest.fixture
def ask(layer: HallAnswers, floor: Floor) -> Callable[..., Answer]:
    path = Telephone(floor).path

    def ask(where: str = "state/", query: str = "", **environ: str) -> Answer:
        request = RequestFactory(HTTP_HOST="localhost")
        answer = Answer()
        given: Any = environ
        parts: Iterable[bytes] = layer(
            request.get(f"{path}{where}?{query}", **given).environ, answer.start
        )
        answer.body = b"".join(parts)
        return answer

    return ask


def move(floor: Floor) -> None:
    Floor.objects.filter(pk=floor.pk).update(revision=F("revision") + 1)


def test_nothing_new_is_one_query_and_few_bytes(ask: Any) -> None:
    first = ask()
    with CaptureQueriesContext(connection) as caught:
        again = ask(HTTP_IF_NONE_MATCH=first.header("ETag"), HTTP_COOKIE="hall=x; sessionid=y")

    assert again.status == "304 Not Modified"
    assert len(caught) == 1
    assert (again.body, [name for name, _value in again.headers]) == (b"", ["ETag"])
    assert sum(len(name) + len(value) + 4 for name, value in again.headers) <= NOTHING_NEW


@pytest.mark.parametrize("what", ["state/", "screen/", ""])
def test_what_has_not_changed_is_not_made_again(ask: Any, what: str) -> None:
    first = ask(what)
    with CaptureQueriesContext(connection) as caught:
        second = ask(what)

    assert (first.status, second.status) == ("200 OK", "200 OK")
    assert first.body == second.body
    assert len(caught) == 1


def test_what_has_changed_is_seen_at_once(ask: Any, floor: Floor) -> None:
    before = ask()
    HallQuestion.objects.create(
        id="5a0f7a0e-3a51-4c0c-9c36-0f5a1a6a2c11",
        floor=floor,
        text="Когда?",
        state="shown",
        asked_at="2020-02-18T05:00Z",
    )
    move(floor)

    after = ask(HTTP_IF_NONE_MATCH=before.header("ETag"))

    assert after.status == "200 OK"
    assert "Когда?" in after.body.decode()


def test_in_a_storm_it_is_made_once_a_second(
    ask: Any, floor: Floor, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ask()
    monkeypatch.setattr(halls, "MAKE_AGAIN", 3600.0)
    move(floor)

    with CaptureQueriesContext(connection) as caught:
        ahead = ask(HTTP_IF_NONE_MATCH='"999999-ab"')  # another process knew more
        behind = ask(HTTP_IF_NONE_MATCH='"0-ab"')

    assert len(caught) == 2
    assert (ahead.status, ahead.header("ETag")) == ("304 Not Modified", '"999999-ab"')
    assert (behind.status, behind.body) == ("200 OK", first.body)


def test_an_edition_that_is_hidden_takes_its_halls_along(
    ask: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask()
    monkeypatch.setattr(halls, "MAKE_AGAIN", 3600.0)
    Edition.objects.update(is_public=False)

    assert ask().status.startswith("404")


def test_every_telephone_gets_a_token_of_its_own(ask: Any) -> None:
    tokens = {ask("").header("Set-Cookie").partition(";")[0] for _ in range(3)}
    attributes = ask("").header("Set-Cookie").partition(";")[2].lower()

    assert len(tokens) == 3
    assert "httponly" in attributes
    assert "samesite=lax" in attributes
    assert ask("state/").header("Set-Cookie") == ""


def test_a_telephone_with_a_token_gets_its_own_page(ask: Any, layer: HallAnswers) -> None:
    ask("", HTTP_COOKIE="hall=abc")
    ask("", HTTP_COOKIE="sessionid=abc")
    ask("state/", query="brief&x=1")

    assert layer.answers == {}


def test_brief_leaves_out_words_that_are_known(floor: Floor) -> None:
    for number in range(7):
        Telephone(floor, f"10.0.0.{number}").asks(f"Вопрос {number}")
    HallQuestion.objects.filter(text="Вопрос 0").update(redacted_at="2020-02-18T05:00Z")
    whole, brief = (Telephone(floor).state(query).json() for query in ("", "?brief"))

    assert [one[3] for one in brief["q"] if len(one) > 3] == [
        f"Вопрос {number}" for number in (0, 3, 4, 5, 6)
    ]
    assert [[one[0][:8], *one[1:3]] for one in whole["q"]] == [
        [one[0][:8], *one[1:3]] for one in brief["q"]
    ]
    assert (whole["r"], whole["s"], whole["c"]) == (brief["r"], brief["s"], brief["c"])


def test_the_state_goes_compressed_and_without_ballast(ask: Any) -> None:
    plain = ask()
    small = ask(HTTP_ACCEPT_ENCODING="gzip, deflate, br")

    assert brotli.decompress(small.body) == plain.body
    assert {name for name, _value in small.headers} == {
        "Content-Type",
        "Content-Encoding",
        "Content-Length",
        "Cache-Control",
        "ETag",
        "Vary",
        "X-Content-Type-Options",
    }


def test_votes_leave_the_public_revision_alone(floor: Floor) -> None:
    phone = Telephone(floor)
    before = PublicRevision.objects.values_list("number", flat=True).get()
    phone.asks("Когда?")
    phone.votes(HallQuestion.objects.get())

    assert PublicRevision.objects.values_list("number", flat=True).get() == before


def test_whoever_sends_leaves_room_for_those_who_look(
    layer: HallAnswers, ask: Any, floor: Floor
) -> None:
    request = RequestFactory(HTTP_HOST="localhost", HTTP_ACCEPT="application/json")
    sent = request.post(f"{Telephone(floor).path}questions/", {"text": "Когда?"}).environ
    answer = Answer()
    layer.one_sends.acquire()

    layer(sent, answer.start)

    assert (answer.status[:3], answer.header("Retry-After")) == ("429", "1")
    assert ask().status == "200 OK"
    assert HallQuestion.objects.count() == 0


def test_a_slow_line_does_not_hold_the_turn_of_others(layer: HallAnswers, floor: Floor) -> None:
    """What is sent comes whole before its turn is taken."""

    class Slow(BytesIO):
        free_while_read: list[bool] = []  # noqa: RUF012

        def read(self, size: int | None = -1) -> bytes:
            free = layer.one_sends.acquire(blocking=False)
            self.free_while_read.append(free)
            if free:
                layer.one_sends.release()
            return super().read(size)

    request = RequestFactory(HTTP_HOST="localhost", HTTP_ACCEPT="application/json")
    path = f"{Telephone(floor).path}questions/"
    sent = request.post(path, {"text": "Когда?"}).environ
    sent["wsgi.input"] = Slow(sent["wsgi.input"].read())
    answer = Answer()

    layer(sent, answer.start)

    assert (answer.status, Slow.free_while_read) == ("200 OK", [True])
    assert HallQuestion.objects.count() == 1
    long = request.post(path, {"text": "я" * 100_000}).environ
    layer(long, answer.start)
    assert answer.status[:3] == "413"
