"""The same thing sent at the same moment: kept once, counted exactly, whatever the database."""

from __future__ import annotations

from uuid import uuid4

import pytest

from conftest import make_cast
from rost.forum.tests.test_seat_races import _database_in_a_file, at_once
from rost.live.actions import devices, polls, questions
from rost.live.models import Device, Floor, HallQuestion, PollAnswer, QuestionVote
from rost.live.tests.hall_stage import NOW, HallStage, make_hall_stage, make_poll

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["_database_in_a_file"]


@pytest.fixture
def stage() -> HallStage:
    return make_hall_stage(make_cast())


def test_one_question_sent_eight_times_is_one(stage: HallStage) -> None:
    hall, identity = stage.hall, uuid4()
    phones = [stage.phone(), stage.phone()]

    raised = at_once(
        *(
            lambda phone=phone: questions.ask(
                hall=hall, device=phone, id=identity, text="Когда?", name="", language="ru", now=NOW
            )
            for phone in phones * 4
        )
    )

    assert (raised, HallQuestion.objects.count()) == ([], 1)


def test_twelve_telephones_voting_twice_each_are_twelve_votes(stage: HallStage) -> None:
    hall, question = stage.hall, stage.ask()
    before = Floor.objects.get().revision
    phones = [stage.phone() for _ in range(12)]

    raised = at_once(
        *(
            lambda phone=phone: questions.vote(hall=hall, question=question, device=phone, now=NOW)
            for phone in phones * 2
        )
    )

    assert (raised, stage.counted(question), QuestionVote.objects.count()) == ([], 12, 12)
    assert Floor.objects.get().revision == before + 12


def test_ten_votes_of_one_line_at_once_are_five_and_five(stage: HallStage) -> None:
    hall, question = stage.hall, stage.ask()
    phones = [stage.phone("line") for _ in range(10)]

    raised = at_once(
        *(
            lambda phone=phone: questions.vote(hall=hall, question=question, device=phone, now=NOW)
            for phone in phones
        )
    )

    assert (raised, stage.counted(question)) == ([], 5)
    assert QuestionVote.objects.filter(set_aside=True).count() == 5


def test_one_badge_on_six_telephones_at_once_votes_and_answers_once(stage: HallStage) -> None:
    hall, question, poll = stage.hall, stage.ask(), make_poll(stage.floor)
    code = stage.badge(stage.cast.ramilya).code
    phones = [stage.phone() for _ in range(6)]
    for phone in phones[:3]:
        stage.vote(question, phone)
        polls.answer(hall=hall, poll=poll, device=phone, value=0, now=NOW)
    before = [Device.objects.get(pk=phone.pk) for phone in phones]

    raised = at_once(
        *(lambda phone=phone: devices.show_badge(device=phone, code=code, now=NOW)
          for phone in phones),
        *(lambda phone=phone: questions.vote(hall=hall, question=question, device=phone, now=NOW)
          for phone in before),
    )  # fmt: skip
    for phone in phones:
        devices.show_badge(device=phone, code=code, now=NOW)

    assert (raised, stage.counted(question)) == ([], 1)
    assert PollAnswer.objects.count() == 1
    assert Device.objects.filter(registration__isnull=False).count() == 6


def test_one_telephone_meets_the_hall_once(stage: HallStage) -> None:
    raised = at_once(
        *[
            lambda: devices.meet(
                edition=stage.edition, token="t" * 43, network="a", browser="b", now=NOW
            )
        ]
        * 8
    )

    assert (raised, Device.objects.count()) == ([], 1)


def test_answers_changed_and_sent_at_once_are_one_each(stage: HallStage) -> None:
    hall, poll = stage.hall, make_poll(stage.floor)
    phones = [stage.phone() for _ in range(4)]

    raised = at_once(
        *(
            lambda phone=phone, value=value: polls.answer(
                hall=hall, poll=poll, device=phone, value=value, now=NOW
            )
            for phone in phones
            for value in (0, 1, 2)
        )
    )

    assert (raised, PollAnswer.objects.count()) == ([], 4)
