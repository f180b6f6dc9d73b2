"""An error says what happened, gives everything back, and says what to do."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path
from django.views.decorators.http import require_POST

from rost.config.urls import handler400, handler403, handler404, handler500
from rost.config.urls import urlpatterns as usual
from rost.ui.refusals import Refusal

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def refuse(request: HttpRequest) -> HttpResponse:
    raise Refusal("Мест больше нет.")


def break_down(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken on purpose")


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    request.session["draft"] = request.POST["topic"]
    return redirect_to_login(request.path)


urlpatterns = [
    path("begun/", begin),
    path("refused/", refuse),
    path("broken/", break_down),
    *usual,
]

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]
TYPED = {"surname": "Ахметова", "topic": "Дорога к школе", "csrfmiddlewaretoken": "k", "code": "9"}


@pytest.fixture
def quiet() -> Client:
    return Client(raise_request_exception=False)


def test_refusal_says_why_and_gives_back_what_was_typed(quiet: Client) -> None:
    answer = quiet.post("/refused/", TYPED)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Мест больше нет." in page
    assert "Ахметова" in page
    assert "Дорога к школе" in page


def test_broken_page_gives_back_what_was_typed_and_asks_the_database_nothing(
    quiet: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        answer = quiet.post("/broken/", TYPED)

    assert answer.status_code == 500
    assert "Дорога к школе" in answer.content.decode()


def test_missing_page_is_readable_in_every_language(quiet: Client) -> None:
    for prefix, code in (("", "ru"), ("/ba", "ba"), ("/en", "en")):
        answer = quiet.get(f"{prefix}/no-such-page/")
        assert answer.status_code == 404
        assert f'<html lang="{code}"' in answer.content.decode()


def test_expired_form_of_our_own_comes_back_ready_to_be_sent() -> None:
    client = Client(enforce_csrf_checks=True)

    answer = client.post("/accessible/?a=1", TYPED, headers={"Origin": "http://testserver"})

    page = answer.content.decode()
    assert answer.status_code == 403
    assert 'action="/accessible/?a=1"' in page
    assert '<input type="hidden" name="surname" value="Ахметова">' in page
    assert 'name="csrfmiddlewaretoken"' in page
    assert 'value="k"' not in page
    assert 'name="code"' not in page


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", ""])
def test_form_of_another_site_is_never_offered_again(origin: str) -> None:
    client = Client(enforce_csrf_checks=True)

    answer = client.post("/accessible/", TYPED, headers={"Origin": origin} if origin else {})

    assert answer.status_code == 403
    assert 'action="/accessible/"' not in answer.content.decode()


def test_form_sent_after_the_session_ended_waits_for_its_author(client: Client) -> None:
    answer = client.post(
        "/messages/outbox/1/delivery/", TYPED, headers={"Origin": "http://testserver"}
    )

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Дорога к школе" in page
    assert 'action="/messages/outbox/1/delivery/"' in page


def test_form_that_its_page_has_kept_goes_on_to_the_sign_in(client: Client) -> None:
    answer = client.post("/begun/", TYPED)

    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        "/account/login/?next=/begun/",
    )


def test_reading_a_closed_page_still_leads_to_the_sign_in(client: Client) -> None:
    assert client.get("/messages/").status_code == 302


def test_script_learns_that_its_form_was_accepted(client: Client) -> None:
    sent = {"size": "150", "contrast": "normal", "next": "/about/"}

    answer = client.post("/accessible/", sent, headers={"X-Keep": "1"})

    assert (answer.status_code, answer.headers["X-Accepted"]) == (204, "/about/")
    assert "Location" not in answer.headers
    assert client.cookies["view"].value == "s150-cnormal-i1-w0"


def test_hostile_text_is_given_back_as_text(quiet: Client) -> None:
    answer = quiet.post("/refused/", {"topic": "</textarea><script>alert(1)</script>"})

    assert "<script>alert" not in answer.content.decode()


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=10)
def test_too_much_text_is_a_readable_refusal(quiet: Client) -> None:
    answer = quiet.post("/accessible/", {"topic": "x" * 100})

    assert answer.status_code == 400
    assert "<h1>" in answer.content.decode()


def test_the_address_of_a_button_says_so_when_it_is_opened_by_itself(client: Client) -> None:
    answer = client.get("/begun/")

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    assert "<h1" in answer.content.decode()


def test_a_host_that_is_not_ours_is_a_readable_refusal(quiet: Client) -> None:
    answer = quiet.get("/", headers={"Host": "elsewhere.example", "Referer": "/account/"})

    assert answer.status_code == 400
    assert "<h1" in answer.content.decode()


@pytest.mark.django_db
def test_a_zero_byte_in_an_address_is_an_answer_and_not_a_breakdown() -> None:
    """PostgreSQL refuses to look for one."""
    assert Client().get("/forum/2020/hall/%00/").status_code == 404
    assert Client().get("/forum/", {"text": "a\0b"}).status_code == 200  # left out of a query
