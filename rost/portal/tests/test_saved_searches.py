"""Saved searches tell of news once; questions to the experts have a term and an answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from conftest import NOW, Cast
from rost.catalogue.actions.cards import put, withdraw
from rost.catalogue.models import Audience, SavedSearch, SearchQuestion
from rost.catalogue.queries.things import Thing
from rost.channels.models import Message
from rost.portal.actions import questions
from rost.portal.actions.searches import save_search, switch, tell_news
from rost.portal.queries.search.asked import Asked

DAY = timedelta(days=1)


def saved_by(person: Any, query: str = "освещение") -> SavedSearch:
    return save_search(person=person, asked=Asked(query=query), language="ru", now=NOW)


def come(cast: Cast, number: int, title: str = "Освещение улиц", **facts: Any) -> None:
    put(
        thing=Thing(
            key=f"library.practice:{number}",
            kind="practice",
            title=f"{title} {number}",
            path=f"/practices/{number}/",
            municipality=cast.askarovo,
            **facts,
        ),
        now=NOW + timedelta(hours=1),
    )


def letters(person: Any) -> list[str]:
    rows = Message.objects.filter(person=person, dedupe__startswith="portal.searches:")
    return [one.body for one in rows.order_by("pk")]


def test_a_card_is_told_once_in_one_letter_a_day(cast: Cast) -> None:
    saved_by(cast.ramilya)
    saved_by(cast.ramilya, "улицы")
    come(cast, 1)

    sent = [tell_news(NOW + DAY), tell_news(NOW + DAY), tell_news(NOW + 2 * DAY)]
    come_later = [letter.count("Освещение улиц 1, Аскаровский") for letter in letters(cast.ramilya)]

    assert sent == [1, 0, 0]
    assert come_later == [1]  # though two searches find it


def test_what_the_person_may_not_see_is_no_news(cast: Cast) -> None:
    saved_by(cast.ramilya)
    come(cast, 1, audience=Audience.NAMED, readers=(cast.vera,))
    come(cast, 2)
    withdraw(key="library.practice:2", now=NOW + timedelta(hours=2))

    assert tell_news(NOW + DAY) == 0


def test_a_silent_search_does_not_make_up_for_its_silence(cast: Cast) -> None:
    saved = saved_by(cast.ramilya)
    switch(saved=saved, tells=False, now=NOW)
    come(cast, 1)
    silent = tell_news(NOW + DAY)
    switch(saved=saved, tells=True, now=NOW + DAY)

    assert [silent, tell_news(NOW + 2 * DAY)] == [0, 0]


def test_the_letter_waits_for_the_morning(cast: Cast) -> None:
    saved_by(cast.ramilya)
    come(cast, 1)
    night = NOW.replace(hour=22) + DAY  # three in the morning in Ufa

    assert tell_news(night) == 0


def test_saving_on_the_page_switching_and_deleting(cast: Cast, signed_in: Any) -> None:
    client: Client = signed_in(cast.ramilya)
    address = Asked(query="освещение").address

    for _ in range(2):
        client.post("/search/saved/", {"query": address})
    saved = SavedSearch.objects.get()
    client.post(f"/search/saved/{saved.pk}/", {"tells": "0"})
    saved.refresh_from_db()

    assert (saved.name, saved.query, saved.tells) == ("освещение", address, False)
    assert "освещение" in client.get("/search/saved/").content.decode()
    client.post(f"/search/saved/{saved.pk}/removal/")
    assert not SavedSearch.objects.exists()


def test_a_stranger_signs_in_and_finds_what_was_typed(cast: Cast, client: Client) -> None:
    typed = {"text": "Где взять опоры для фонарей?", "query": "опоры"}

    answer = client.post("/search/questions/new/", typed)
    client.force_login(cast.ramilya, backend="allauth.account.auth_backends.AuthenticationBackend")
    form = client.get("/search/questions/new/").content.decode()
    sent = client.post("/search/questions/new/", typed)

    assert "/account/login/" in answer.headers["Location"]
    assert "Где взять опоры для фонарей?" in form
    question = SearchQuestion.objects.get()
    assert (question.person, question.query) == (cast.ramilya, "опоры")
    assert sent.headers["Location"] == f"/search/questions/{question.pk}/"
    assert "Где взять" not in client.get("/search/questions/new/").content.decode()


def test_the_term_is_five_working_days(cast: Cast) -> None:
    eve = NOW.replace(month=2, day=20)  # a Thursday; Sunday 23 February is a holiday too

    asked = questions.ask(person=cast.ramilya, query="", text="?", language="ru", now=eve)

    assert asked.due_on == date(2020, 2, 27)


@pytest.fixture
def question(cast: Cast) -> SearchQuestion:
    return questions.ask(
        person=cast.ramilya, query="опоры", text="Где взять опоры?", language="ru", now=NOW
    )


def test_an_expert_answers_by_a_page_and_the_asker_is_told(
    cast: Cast, signed_in: Any, question: SearchQuestion
) -> None:
    come(cast, 1, title="Опоры из труб")
    expert: Client = signed_in(cast.marat)

    task = expert.get(f"/search/questions/desk/{question.pk}/")
    [(card, label)] = task.context["form"].fields["card"].choices[1:]
    expert.post(f"/search/questions/desk/{question.pk}/", {"text": "Вот.", "card": card})

    assert label == "Опоры из труб 1 · Аскаровский сельсовет, Абзелиловский район"
    told = Message.objects.get(dedupe=f"portal.question:{question.pk}:answered")
    assert told.person == cast.ramilya
    assert "Опоры из труб 1" in told.body
    own = signed_in(cast.ramilya).get(f"/search/questions/{question.pk}/").content.decode()
    assert 'href="/practices/1/"' in own


def test_the_first_answer_stands_and_the_second_text_is_not_lost(
    cast: Cast, signed_in: Any, question: SearchQuestion
) -> None:
    questions.answer(question=question, by=cast.marat, text="Есть.", card=None, now=NOW)

    again = signed_in(cast.nina).post(
        f"/search/questions/desk/{question.pk}/", {"text": "И у нас есть.", "card": ""}
    )

    assert again.status_code == 422
    assert "И у нас есть." in again.content.decode()
    question.refresh_from_db()
    assert question.answer == "Есть."


def test_what_is_late_is_seen(cast: Cast, signed_in: Any, question: SearchQuestion) -> None:
    SearchQuestion.objects.update(due_on=date(2020, 1, 1))

    desk = signed_in(cast.marat).get("/search/questions/desk/").content.decode()
    own = signed_in(cast.ramilya).get("/search/questions/").content.decode()

    assert "Просрочено" in desk
    assert "Просрочено" in own


def test_too_many_open_questions_keep_the_text(
    cast: Cast, signed_in: Any, question: SearchQuestion
) -> None:
    for number in range(4):
        questions.ask(person=cast.ramilya, query="", text=f"{number}", language="ru", now=NOW)

    refused = signed_in(cast.ramilya).post("/search/questions/new/", {"text": "Шестой вопрос"})

    assert refused.status_code == 422
    assert "Шестой вопрос" in refused.content.decode()
