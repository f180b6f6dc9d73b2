"""Feedback in a browser without scripts: five buttons, words after them, results of the desk."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import openpyxl
import pytest
import time_machine
from django.test import Client

from conftest import Cast
from rost.directory.models import AccessRecord
from rost.forum.actions.feedback import write_words
from rost.forum.models import Feedback
from rost.forum.tests.stage import Stage
from rost.forum.tests.test_feedback import AFTER, DURING, answer_all, registered, say, session
from rost.forum.tests.test_feedback import stage as stage  # a fixture

pytestmark = pytest.mark.django_db
FORUM = "/forum/2020/feedback/"
DESK = "/forum/2020/desk/feedback/"
CONFLICT = 409


@pytest.fixture(autouse=True)
def _after_the_forum(db: None) -> Iterator[None]:
    with time_machine.travel(AFTER, tick=False):
        yield


def page_of(title: str) -> str:
    return f"/forum/2020/sessions/{session(title).code}/feedback/"


@pytest.fixture
def ramilya(stage: Stage, cast: Cast, signed_in: Any) -> Client:
    registered(stage, cast.ramilya)
    client: Client = signed_in(cast.ramilya)
    return client


def test_five_buttons_with_words_in_one_form(ramilya: Client) -> None:
    seen = ramilya.get(page_of("Бюджет")).content.decode()

    assert seen.count('name="mark"') == 5
    for words in ("Очень полезно", "Полезно", "Так себе", "Мало пользы", "Бесполезно"):
        assert f"<span>{words}</span>" in seen
    assert 'name="words"' not in seen  # words are the second step


def test_one_tap_is_one_post(ramilya: Client) -> None:
    answer = ramilya.post(page_of("Бюджет"), {"mark": "4"}, follow=True)

    seen = answer.content.decode()
    assert Feedback.objects.get().mark == 4
    assert 'value="4" aria-pressed="true"' in seen
    assert 'name="words"' in seen


def test_words_then_taking_back(ramilya: Client) -> None:
    ramilya.post(FORUM, {"mark": "5"})
    ramilya.post(f"{FORUM}words/", {"words": "<b>Спасибо</b>"})
    seen = ramilya.get(FORUM).content.decode()
    assert "&lt;b&gt;Спасибо&lt;/b&gt;" in seen

    ramilya.post(f"{FORUM}removal/")

    assert not Feedback.objects.exists()


def test_words_too_long_are_given_back(ramilya: Client) -> None:
    ramilya.post(FORUM, {"mark": "5"})

    answer = ramilya.post(f"{FORUM}words/", {"words": "д" * 2001})

    assert (answer.status_code, "д" * 2001 in answer.content.decode()) == (422, True)


def test_a_mark_that_is_none_is_refused_with_a_reason(ramilya: Client) -> None:
    answer = ramilya.post(FORUM, {"mark": "7"})

    assert (answer.status_code, Feedback.objects.exists()) == (CONFLICT, False)
    assert "Сначала нажмите одну из пяти кнопок" in answer.content.decode()


def test_who_is_not_registered_is_told_so_and_saves_nothing(
    stage: Stage, cast: Cast, signed_in: Any
) -> None:
    vera = signed_in(cast.vera)

    seen = vera.get(FORUM).content.decode()
    answer = vera.post(FORUM, {"mark": "5"})

    assert ('name="mark"' in seen, answer.status_code) == (False, CONFLICT)
    assert not Feedback.objects.exists()


def test_the_session_page_asks_participants_alone(
    ramilya: Client, cast: Cast, signed_in: Any
) -> None:
    address = page_of("Бюджет").removesuffix("feedback/")

    seen = [client.get(address).content.decode() for client in (ramilya, Client())]
    seen.append(signed_in(cast.vera).get(address).content.decode())

    assert ['name="mark"' in page for page in seen] == [True, False, False]


def test_nothing_is_asked_about_a_break(ramilya: Client) -> None:
    assert ramilya.get(page_of("Обед")).status_code == 404


def test_my_page_counts_what_waits(stage: Stage, cast: Cast, signed_in: Any) -> None:
    from rost.forum.tests.stage import hold_in_agenda

    registered(stage, cast.ramilya)
    hold_in_agenda(cast.ramilya, session("Земля"))

    seen = signed_in(cast.ramilya).get("/my/").content.decode()

    assert f'<a href="{FORUM}">' in seen


def test_few_answers_are_a_number_and_nothing_more(
    stage: Stage, cast: Cast, signed_in: Any
) -> None:
    answer_all(stage, [5, 4, 1, 2])
    guzel = signed_in(cast.guzel)

    pages = [guzel.get(f"{page_of('Бюджет')}results/").content.decode()]
    pages.append(guzel.get(DESK).content.decode())
    pages.append(guzel.get(f"{DESK}export/csv/").content.decode())

    assert [page for page in pages if "Слово" in page] == []
    assert "Меньше 5 ответов" in pages[0]
    assert "Бюджет;4;0;;;;;;;" in pages[2]


def test_the_people_of_a_session_see_theirs_and_no_other_does(
    stage: Stage, cast: Cast, signed_in: Any
) -> None:
    answer_all(stage, [5, 5, 4, 2, 1])
    address = f"{page_of('Бюджет')}results/"

    seen = {
        who: signed_in(getattr(cast, who)).get(address).status_code
        for who in ("marat", "guzel", "nina", "ramilya", "azat")
    }

    assert seen == {"marat": 200, "guzel": 200, "nina": 200, "ramilya": 404, "azat": 404}
    assert "Слово 5" in signed_in(cast.marat).get(address).content.decode()


def test_every_look_at_the_words_leaves_its_line(stage: Stage, cast: Cast, signed_in: Any) -> None:
    answer_all(stage, [5, 5, 4, 2, 1])
    guzel = signed_in(cast.guzel)

    guzel.get(f"{page_of('Бюджет')}results/")
    guzel.get(f"{DESK}export/xlsx/")

    lines = AccessRecord.objects.filter(register="forum.feedback").order_by("id")
    assert [(one.act, one.rows) for one in lines] == [("view", 5), ("export", 5)]


def test_the_sheet_cannot_be_made_to_compute(stage: Stage, cast: Cast, signed_in: Any) -> None:
    answer_all(stage, [5, 5, 4, 2])
    mine = registered(stage, cast.vera)
    say(mine, 1)
    write_words(registration=mine, session=session("Бюджет"), words="=1+1", now=DURING)

    book = openpyxl.load_workbook(BytesIO(signed_in(cast.guzel).get(f"{DESK}export/xlsx/").content))

    figures, words = book.worksheets
    assert [cell.value for cell in figures[3]] == ["Бюджет", 5, 0, 3.4, 4, 2, 1, 0, 1, 1]
    assert "=1+1" not in [cell.value for cell in words["C"] if cell.data_type == "f"]
    assert any("=1+1" in str(cell.value) for cell in words["C"])


def test_one_button_asks_everybody_once(stage: Stage, cast: Cast, signed_in: Any) -> None:
    registered(stage, cast.ramilya)
    guzel = signed_in(cast.guzel)

    pages = [guzel.post(f"{DESK}invitations/", follow=True).content.decode() for _twice in range(2)]

    assert "Спрошен 1 человек" in pages[0]
    assert "всех уже спросили" in pages[1]


def test_a_speaker_is_led_to_what_was_said(stage: Stage, cast: Cast, signed_in: Any) -> None:
    seen = signed_in(cast.marat).get("/my/").content.decode()

    assert f'href="{page_of("Бюджет")}results/"' in seen
