"""Polls: what may be answered, answered once each, counted as they say."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import Cast
from rost.live.actions import devices, polls
from rost.live.actions.floors import close_now
from rost.live.actions.refusals import (
    AnotherPollOpen,
    AnswerUnfit,
    HallClosed,
    PollHasAnswers,
    PollNotOpen,
    PollUnready,
)
from rost.live.models import Device, Poll, PollAnswer
from rost.live.queries.hall import hall_state
from rost.live.queries.results import results_of
from rost.live.rules.polls import Results
from rost.live.tests.hall_stage import NOW, HallStage, make_hall_stage, make_poll

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast: Cast) -> HallStage:
    return make_hall_stage(cast)


def say(stage: HallStage, poll: Poll, value: Any, device: Device | None = None) -> str:
    return polls.answer(
        hall=stage.hall, poll=poll, device=device or stage.phone(), value=value, now=NOW
    )


def results(poll: Poll) -> Results:
    return results_of([Poll.objects.get(pk=poll.pk)])[poll.pk]


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("one", [0, 2, 2], Results(3, (1, 0, 2))),
        ("many", [[0, 1], [1]], Results(2, (1, 2, 0))),
        ("rating", [5, 4, 5], Results(3, (0, 0, 0, 1, 2))),
        ("hands", [True, False, True], Results(3, (2, 1))),
        (
            "words",
            ["Дорога", "дорога!", " ДОРОГА ", "Һыу", "һыу", "ыыы"],
            Results(6, words=(("ДОРОГА", 3), ("Һыу", 2), ("ыыы", 1))),
        ),
    ],
)
def test_answers_come_to_what_they_say(
    stage: HallStage, kind: str, values: list[Any], expected: Results
) -> None:
    poll = make_poll(stage.floor, kind, most=2)

    for value in values:
        assert say(stage, poll, value) == "counted"

    assert results(poll) == expected


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("one", 3), ("one", -1), ("one", True), ("one", "0"), ("one", None),
        ("many", []), ("many", [0, 1, 2]), ("many", 0), ("many", [[0]]),
        ("rating", 0), ("rating", 6), ("hands", 1), ("hands", None),
        ("words", ""), ("words", " !.. "), ("words", "а" * 41), ("words", 5),
    ],
)  # fmt: skip
def test_what_answers_nothing_is_refused(stage: HallStage, kind: str, value: Any) -> None:
    poll = make_poll(stage.floor, kind, most=2)

    with pytest.raises(AnswerUnfit):
        say(stage, poll, value)

    assert PollAnswer.objects.count() == 0


def test_an_answer_is_changed_while_the_poll_is_open(stage: HallStage) -> None:
    poll, phone = make_poll(stage.floor), stage.phone()

    said = [say(stage, poll, value, phone) for value in (0, 0, 1)]

    assert (said, results(poll)) == (["counted", "already", "changed"], Results(1, (0, 1, 0)))
    polls.close_poll(poll=poll, now=NOW)
    with pytest.raises(PollNotOpen):
        say(stage, poll, 2, phone)


def test_nothing_is_taken_once_the_hall_is_closed(stage: HallStage) -> None:
    poll = make_poll(stage.floor)
    close_now(hall=stage.hall, now=NOW)

    with pytest.raises(HallClosed):
        say(stage, poll, 0)


def test_one_badge_answers_once_and_its_later_word_stays(stage: HallStage, cast: Cast) -> None:
    poll, badge = make_poll(stage.floor), stage.badge(cast.ramilya)
    first, second = stage.phone(), stage.phone()
    say(stage, poll, 0, first)
    say(stage, poll, 1, second)

    for phone in (first, second):
        devices.show_badge(device=phone, code=badge.code, now=NOW)

    assert results(poll) == Results(1, (0, 1, 0))
    first.refresh_from_db()
    assert say(stage, poll, 2, first) == "changed"
    assert results(poll) == Results(1, (0, 0, 1))


def test_answers_of_cleared_cookies_are_set_aside(stage: HallStage) -> None:
    poll = make_poll(stage.floor)

    said = [say(stage, poll, 0, stage.phone("line")) for _ in range(7)]

    assert (said.count("aside"), results(poll).answers) == (2, 5)


def test_a_hidden_word_stays_hidden_however_it_is_written(stage: HallStage) -> None:
    poll, phone = make_poll(stage.floor, "words"), stage.phone()
    say(stage, poll, "Брань", phone)
    say(stage, poll, "Школа")

    polls.hide_word(poll=poll, word="брань", hidden=True)
    say(stage, poll, "Вода", phone)
    say(stage, poll, "Брань", stage.phone())
    polls.hide_word(poll=poll, word="БРАНЬ", hidden=True)
    say(stage, poll, "бРань!", phone)

    assert results(poll).words == (("Школа", 1),)


def test_a_poll_is_prepared_opened_closed_and_its_results_stay_on_the_screen(
    stage: HallStage,
) -> None:
    facts: dict[str, Any] = {"floor": stage.floor, "most": 9, "results_at_once": False}
    with pytest.raises(PollUnready):
        polls.write_poll(poll=None, kind="one", text="Что?", options=["да", "да "], **facts)
    poll = polls.write_poll(
        poll=None, kind="many", text=" Что важнее? ", options=["Дороги", "", "Вода"], **facts
    )
    other = polls.write_poll(poll=None, kind="hands", text="Согласны?", options=[], **facts)
    assert hall_state(stage.hall).poll is None

    polls.open_poll(poll=poll, now=NOW)
    with pytest.raises(AnotherPollOpen):
        polls.open_poll(poll=other, now=NOW)
    with pytest.raises(PollHasAnswers):
        polls.write_poll(poll=poll, kind="one", text="Иначе?", options=["а", "б"], **facts)
    say(stage, poll, [0, 1])
    shown = hall_state(stage.hall).poll
    assert shown is not None
    assert (shown.text, shown.most, shown.open, shown.answers, shown.results) == (
        "Что важнее?", 2, True, 1, None)  # fmt: skip

    polls.close_poll(poll=poll, now=NOW)
    shown = hall_state(stage.hall).poll
    assert shown is not None
    assert (shown.open, shown.results) == (False, Results(1, (1, 1)))
    polls.show_results(poll=poll, on=False)
    assert hall_state(stage.hall).poll is None
