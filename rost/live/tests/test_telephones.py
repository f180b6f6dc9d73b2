"""A telephone in the hall: asks, votes, answers, shows a badge; nothing lost, nothing doubled."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from conftest import Cast
from rost.forum.tests.door_stage import make_door_stage
from rost.live.models import Device, Floor, HallQuestion, Poll, PollAnswer, QuestionVote
from rost.live.tests.telephone_stage import Telephone, make_floor


@pytest.fixture
def floor(cast: Cast) -> Floor:
    return make_floor(cast)


@pytest.fixture
def phone(floor: Floor) -> Telephone:
    phone = Telephone(floor)
    phone.opens()
    return phone


def test_looking_leaves_no_row_and_one_closed_cookie(floor: Floor) -> None:
    answer = Telephone(floor).opens()

    cookie = answer.cookies["hall"]
    assert Device.objects.count() == 0
    assert set(answer.cookies) == {"hall"}
    assert (cookie["httponly"], cookie["samesite"], len(cookie.value)) == (True, "Lax", 43)


def test_a_question_without_scripts(phone: Telephone) -> None:
    answer = phone.asks("Когда починят дорогу?")

    page = phone.opens().content.decode()
    assert answer.status_code == 302
    assert [one.text for one in HallQuestion.objects.all()] == ["Когда починят дорогу?"]
    assert "Когда починят дорогу?" in page
    assert phone.client.cookies["hall"].value not in str(Device.objects.values())


def test_sent_twice_without_scripts_it_is_one_question(phone: Telephone) -> None:
    phone.asks("Когда починят дорогу?")
    phone.asks("Когда починят дорогу?")

    assert HallQuestion.objects.count() == 1


def test_sent_again_by_a_script_after_a_lost_answer_it_is_one(phone: Telephone) -> None:
    identity = str(uuid4())

    statuses = [
        phone.asks("Где взять щебень?", script=True, id=identity).status_code for _ in range(3)
    ]

    assert statuses == [200, 200, 200]
    assert [str(one.pk) for one in HallQuestion.objects.all()] == [identity]


def test_the_first_vote_sent_again_is_one_vote(phone: Telephone) -> None:
    phone.asks("Когда починят дорогу?")
    question = HallQuestion.objects.get()
    other = Telephone(question.floor, "10.0.0.2")
    token = other.opens().cookies["hall"].value

    other.votes(question, script=True)
    other.client.cookies.clear()  # the answer was lost, and with it any new cookie
    other.client.cookies["hall"] = token
    other.votes(question, script=True)

    assert QuestionVote.objects.count() == 1


def test_a_vote_is_given_and_taken_back(phone: Telephone, floor: Floor) -> None:
    phone.asks("Когда починят дорогу?")
    question = HallQuestion.objects.get()

    phone.votes(question)
    pressed = phone.opens().content.decode().count('aria-pressed="true"')
    phone.takes_back(question)

    assert pressed == 1
    assert QuestionVote.objects.count() == 0


def test_what_was_typed_comes_back_with_the_reason(phone: Telephone) -> None:
    text = "Ы" * 501

    answer = phone.asks(text)

    assert answer.status_code == 422
    assert text in answer.content.decode()
    assert HallQuestion.objects.count() == 0


def test_a_script_is_told_the_reason(phone: Telephone) -> None:
    answer = phone.asks("", script=True)

    assert (answer.status_code, list(answer.json())) == (422, ["why"])


def test_too_much_at_once_is_sent_later(phone: Telephone) -> None:
    statuses = [phone.asks(f"Вопрос {n}", script=True).status_code for n in range(4)]

    assert statuses == [200, 200, 200, 429]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 409),
        ({"Origin": "https://elsewhere.example"}, 409),
        ({"Referer": "https://elsewhere.example/page"}, 409),
        ({"Origin": "null"}, 409),
        ({"Sec-Fetch-Site": "same-origin"}, 302),
        ({"Origin": "http://testserver"}, 302),
        ({}, 302),
    ],
)
def test_forms_of_other_sites_are_refused(
    floor: Floor, headers: dict[str, str], status: int
) -> None:
    phone = Telephone(floor, **headers)
    phone.client.handler.enforce_csrf_checks = True

    answer = phone.asks("Когда починят дорогу?")

    assert answer.status_code == status
    assert HallQuestion.objects.exists() == (status == 302)


@pytest.mark.parametrize(
    ("kind", "sent", "kept"),
    [
        ("one", ["1"], 1),
        ("many", ["0", "2"], [0, 2]),
        ("rating", ["4"], 4),
        ("words", [" дороги "], "дороги"),
        ("hands", ["no"], False),
    ],
)
def test_each_kind_of_poll_is_answered_with_a_form(
    phone: Telephone, floor: Floor, kind: str, sent: list[str], kept: Any
) -> None:
    poll = Poll.objects.create(
        floor=floor, kind=kind, text="С чего начать?", options=["а", "б", "в"], most=2, state="open"
    )

    answer = phone.answers(poll, *sent)

    assert answer.status_code == 302
    assert [one.value for one in PollAnswer.objects.all()] == [kept]
    assert phone.opens().status_code == 200


@pytest.mark.parametrize("value", ["9", "-1", "x", "1" * 50])
def test_what_is_no_answer_is_refused(phone: Telephone, floor: Floor, value: str) -> None:
    poll = Poll.objects.create(floor=floor, kind="one", text="?", options=["а", "б"], state="open")

    answer = phone.sends(f"polls/{poll.pk}/answer/", {"value": value}, script=True)

    assert answer.status_code == 409
    assert PollAnswer.objects.count() == 0


def test_a_badge_makes_one_voter_of_two_telephones(cast: Cast) -> None:
    doors = make_door_stage(cast)
    floor = make_floor(cast, doors.stage)
    badge = doors.badge(doors.registered(cast.ramilya))
    phones = [Telephone(floor, f"10.0.0.{n}") for n in (1, 2)]
    phones[0].asks("Когда починят дорогу?")
    question = HallQuestion.objects.get()

    for phone in phones:
        phone.sends("badge/", {"code": f"https://forum.example/b/{badge.code}"})
        phone.votes(question)

    question.refresh_from_db()
    assert question.counted == 1


def test_a_wrong_badge_is_said(phone: Telephone) -> None:
    answer = phone.sends("badge/", {"code": "2222 2222 2222 22"})

    assert answer.status_code == 422


def test_a_session_without_a_hall_says_so(floor: Floor) -> None:
    phone = Telephone(floor)
    floor.delete()

    assert phone.opens().status_code == 200
    assert phone.asks("Когда?").status_code == 404
    assert Client().get(phone.path.replace(floor.session.code, "ZZZZZZ")).status_code == 404


def test_the_list_that_refreshes_itself_has_nothing_to_type(phone: Telephone) -> None:
    page = phone.client.get(f"{phone.path}questions/").content.decode()

    assert '<meta http-equiv="refresh"' in page
    assert "<textarea" not in page


def test_the_page_with_the_form_never_refreshes_itself(phone: Telephone) -> None:
    assert 'http-equiv="refresh"' not in phone.opens().content.decode()


HOSTILE = (
    "<script>alert(1)</script>",
    "\u202eтекст наоборот\u2066",
    "З" + "\u0335\u0321\u0336" * 60,
    "Ы" * 480,
    "😀" * 500,
    "</template><img src=x onerror=alert(1)>",
    "{{ 7|add:7 }} {% csrf_token %}",
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_stay_texts(phone: Telephone, text: str) -> None:
    phone.asks(text, script=True)
    question = HallQuestion.objects.get()
    HallQuestion.objects.filter(pk=question.pk).update(current=True)
    for place in ("", "questions/", "screen/", "archive/", "badge/"):
        page = phone.client.get(phone.path + place).content.decode()
        assert "alert(1)</script>" not in page
        assert "<img" not in page
        assert "\u202e" not in page
        assert "style=" not in page
    assert phone.state().json()["q"][0][3] == question.text
