"""The check page: genuine or not, part of the name, nothing more; guessing gets nowhere."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from conftest import NOW
from rost.documents.actions.keeping import destroy_documents
from rost.documents.actions.revoking import revoke
from rost.documents.rules import CODE_ALPHABET, code_in_groups, part_of_name
from rost.documents.tests.stage import EVENT, issue_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(cast: Any) -> Any:
    return issue_to(cast.ramilya)


def main_of(page: Any) -> str:
    """What the page says, without its frame (which holds the address in every language)."""
    text = page.content.decode().replace("\u00a0", " ")
    return str(text.partition("<main")[2].partition("</main>")[0])


def page_of(code: str, client: Client | None = None, **headers: Any) -> Any:
    return (client or Client()).get(reverse("documents:check_code", args=[code]), **headers)


def test_a_genuine_code_shows_event_kind_date_and_part_of_the_name(document: Any) -> None:
    page = page_of(code_in_groups(document.code))

    text = main_of(page)
    assert page.status_code == 200
    assert "А*** Рамиля А." in text
    assert EVENT in text
    assert "20 января 2020" in text


def test_name_hours_place_and_number_are_not_there(document: Any) -> None:
    text = page_of(document.code).content.decode()

    for hidden in ("Ахметова", "Айратовна", "академических", "г. Уфа", "СУ-2020", "Аскаров"):
        assert hidden not in text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ахметова Рамиля Айратовна", "А*** Рамиля А."),
        ("Хәйруллин Марат Һиҙиәт улы", "Х*** Марат Һ."),
        ("Ёлкина Вера", "Ё*** Вера"),
        ("Гость", "Г***"),
        ("", ""),
    ],
)
def test_part_of_a_name(name: str, shown: str) -> None:
    assert part_of_name(name) == shown


def test_nothing_of_the_page_is_kept_found_or_told_on(document: Any) -> None:
    page = page_of(document.code)

    assert "no-store" in page["Cache-Control"]
    assert "private" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]
    assert page["Referrer-Policy"] == "no-referrer"
    assert not getattr(page, "kept", False)
    assert 'rel="alternate"' not in page.content.decode()


def test_who_is_signed_in_can_still_sign_out_from_there(
    document: Any, cast: Any, signed_in: Any
) -> None:
    assert page_of(document.code, signed_in(cast.vera))["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "alter",
    [
        str,
        str.lower,
        code_in_groups,
        lambda code: "  ".join(code),
        lambda code: code.translate(str.maketrans("ACEHKMPTXY", "АСЕНКМРТХУ")).lower(),
        lambda code: f" {code[:4]}–{code[4:8]}_{code[8:]}. ",
    ],
)
def test_a_code_is_forgiven_its_spelling(document: Any, alter: Any) -> None:
    typed = alter(document.code)

    answer = Client().get(reverse("documents:check"), {"code": typed}, follow=True)

    assert answer.status_code == 200
    assert "А*** Рамиля А." in answer.content.decode()


def test_an_empty_form_asks_again(db: None) -> None:
    for typed in ("", "   ", "---"):
        assert Client().get(reverse("documents:check"), {"code": typed}).status_code == 422


def test_a_revoked_one_says_when_and_not_why(document: Any, cast: Any) -> None:
    revoke(document=document, why="был в отъезде", by=cast.guzel, now=NOW + timedelta(days=40))

    text = main_of(page_of(document.code))

    assert "29 февраля 2020" in text
    assert "отъезде" not in text


def test_after_the_term_it_says_that_the_data_are_gone(document: Any) -> None:
    destroy_documents(NOW + timedelta(days=1), NOW + timedelta(days=1900))

    text = main_of(page_of(document.code))

    assert "3 апреля 2025" in text
    assert "Рамиля" not in text
    assert EVENT in text


def test_unknown_and_malformed_codes_get_the_same_answer_for_the_same_work(document: Any) -> None:
    unknown = document.code[:-1] + next(one for one in CODE_ALPHABET if one != document.code[-1])
    page_of("warm-up")
    answers = []
    for typed in (unknown, "2222", "' OR 1=1 --", "я" * 300, document.code + "2"):
        with CaptureQueriesContext(connection) as caught:
            page = page_of(typed)
        text = main_of(page).replace(escape(typed[:40]), "")
        answers.append((page.status_code, text, page["X-Robots-Tag"], len(caught)))

    assert answers[1:] == answers[:1] * 4
    assert (answers[0][0], answers[0][3]) == (404, 1)


def test_two_hundred_guesses_reveal_nothing_and_are_slowed(document: Any) -> None:
    guesses = [f"{number:04}".translate(str.maketrans("018", "ACE")) * 4 for number in range(200)]

    pages = [page_of(code, REMOTE_ADDR="10.0.0.1") for code in guesses]

    assert [page.status_code for page in pages] == [404] * 20 + [429] * 180
    assert not any("Рамиля" in page.content.decode() for page in pages)
    assert 0 < int(pages[-1]["Retry-After"]) <= 600
    assert re.search(r"\b10\b", main_of(pages[-1]))
    assert page_of(document.code, REMOTE_ADDR="10.0.0.1").status_code == 429
    assert page_of(document.code, REMOTE_ADDR="10.0.0.2").status_code == 200


def test_guesses_from_everywhere_stop_those_who_guess_alone(document: Any, settings: Any) -> None:
    settings.CHECK_RATE_LIMITS = settings.CHECK_RATE_LIMITS | {"wrong_on_the_site": "30/h/key"}
    for number in range(30):
        page_of("2222", REMOTE_ADDR=f"10.0.1.{number}")

    again = [page_of("2223", REMOTE_ADDR=f"10.0.1.{number}").status_code for number in range(30)]

    assert again == [429] * 30
    assert page_of(document.code, REMOTE_ADDR="10.0.2.1").status_code == 200
    assert page_of("2222", REMOTE_ADDR="10.0.2.1").status_code == 404
    assert page_of(document.code, REMOTE_ADDR="10.0.2.1").status_code == 429


def test_right_codes_are_not_counted(document: Any) -> None:
    pages = [page_of(document.code, REMOTE_ADDR="10.0.0.1").status_code for _ in range(60)]

    assert pages == [200] * 60
