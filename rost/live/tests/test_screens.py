"""The projector: everything a hall may see, and nothing it may not."""

from __future__ import annotations

import re

import pytest

from conftest import Cast
from rost.live.actions.polls import answer  # noqa: F401 the room stands
from rost.live.models import Floor, HallQuestion, Poll
from rost.live.tests.telephone_stage import Telephone, make_floor


@pytest.fixture
def floor(cast: Cast) -> Floor:
    return make_floor(cast)


def screen(phone: Telephone, query: str = "") -> str:
    return phone.client.get(f"{phone.path}screen/{query}").content.decode()


def test_the_screen_shows_the_question_being_answered_and_the_most_wanted(floor: Floor) -> None:
    phones = [Telephone(floor, f"10.0.1.{n}") for n in range(4)]
    for number, phone in enumerate(phones):
        phone.opens()
        phone.asks(f"Вопрос номер {number}", name="Аскарово")
    wanted = HallQuestion.objects.get(text="Вопрос номер 2")
    HallQuestion.objects.filter(text="Вопрос номер 3").update(current=True)
    for phone in phones:
        phone.votes(wanted)

    page = screen(phones[0])

    current = page.partition("<blockquote")[2]
    assert "Вопрос номер 3" in current[:200]
    assert re.findall(r"Вопрос номер (\d)", page) == ["3", "2", "0", "1"]


def test_hidden_and_waiting_questions_are_not_on_the_screen(floor: Floor) -> None:
    phone = Telephone(floor)
    phone.opens()
    for text in ("Скрытый", "Ждущий"):
        phone.asks(text)
    HallQuestion.objects.filter(text="Скрытый").update(state="hidden")
    HallQuestion.objects.filter(text="Ждущий").update(state="waiting")

    stranger = Telephone(floor, "10.0.0.9")

    assert "Скрытый" not in screen(phone) + stranger.opens().content.decode()
    assert "Ждущий" not in screen(phone) + stranger.opens().content.decode()


def test_results_come_as_bars_unless_they_are_kept_back(floor: Floor) -> None:
    poll = Poll.objects.create(
        floor=floor, kind="one", text="С чего начать?", options=["Дороги", "Вода"], state="open"
    )
    for number, value in enumerate(["0", "0", "1"]):
        Telephone(floor, f"10.0.1.{number}").answers(poll, value)
    phone = Telephone(floor)
    shown = screen(phone)
    Poll.objects.filter(pk=poll.pk).update(results_at_once=False)

    kept_back = screen(phone)

    assert re.findall(r'<rect width="([\d.]+)"', shown) == ["66.7", "33.3"]
    assert '<rect width="' not in kept_back.partition("<svg")[0] + kept_back.partition("article")[2]
    assert "С чего начать?" in kept_back


def test_the_square_code_leads_to_the_hall(floor: Floor, settings: object) -> None:
    settings.SITE_URL = "https://forum.example"  # type: ignore[attr-defined]
    page = screen(Telephone(floor))

    assert f"forum.example/forum/2020/hall/{floor.session.code}" in page
    assert 'class="qr"' in page


def test_without_scripts_the_screen_refreshes_itself(floor: Floor) -> None:
    page = screen(Telephone(floor), "?look=dark")

    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in page
    assert 'class="screen dark"' in page
