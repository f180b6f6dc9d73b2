"""What somebody who means ill sends to a hall."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from conftest import Cast
from rost.directory.rules import Visitor
from rost.forum.actions.approval import approve
from rost.forum.actions.badges import replace_badge
from rost.forum.actions.registration import cancel
from rost.forum.models import BadgeEnd
from rost.forum.tests.stage import at
from rost.live.actions import devices, polls, questions
from rost.live.actions.floors import open_floors
from rost.live.actions.refusals import QuestionTakenBack
from rost.live.models import HallQuestion
from rost.live.queries.doors import Hall, floor_for
from rost.live.rules.texts import TOLD_APART
from rost.live.tests.hall_stage import (
    NOW,
    HallStage,
    make_hall_stage,
    make_poll,
    registration_of,
)

pytestmark = pytest.mark.django_db
HONEST = UUID("a1b2c3d4-0000-4000-8000-000000000001")
ALIKE = UUID("a1b2c3d4-0000-4000-8000-000000000002")


@pytest.fixture
def stage(cast: Cast) -> HallStage:
    return make_hall_stage(cast)


def test_nobody_puts_words_into_another_question(stage: HallStage) -> None:
    """Telephones tell questions apart by the first signs: those are never the same twice."""
    phone = stage.phone()
    stage.ask("Когда дойдёт субсидия?", id=HONEST)

    stage.ask("Долой всех!", device=phone, id=ALIKE)
    stage.ask("Долой всех!", device=phone, id=ALIKE)

    ids = list(HallQuestion.objects.values_list("pk", flat=True))
    assert len(ids) == 2
    assert len({str(one)[:TOLD_APART] for one in ids}) == 2
    assert HallQuestion.objects.get(pk=HONEST).text == "Когда дойдёт субсидия?"


def test_a_number_taken_in_another_hall_is_no_obstacle(stage: HallStage) -> None:
    stage.ask("Когда дойдёт субсидия?", id=HONEST)
    other = another_hall(stage)

    again = questions.ask(
        hall=other,
        device=stage.phone(),
        id=HONEST,
        text="Будет ли автобус?",
        name="",
        language="ru",
        now=at(18, 12, 5),
    )

    assert (again.new, again.question.floor) == (True, other.floor)
    assert HallQuestion.objects.count() == 2


def test_an_answer_does_not_bring_back_what_the_moderator_has_hidden(stage: HallStage) -> None:
    question = stage.ask()
    questions.answer_later(
        question=question, owner=stage.cast.marat, due_on=date(2020, 3, 3), now=NOW
    )
    questions.hide(question=question, why="Личные данные")

    with pytest.raises(QuestionTakenBack):
        questions.write_answer(question=question, text="До 1 апреля.", now=at(19, 9))

    question.refresh_from_db()
    assert (question.state, question.answer) == ("hidden", "")


def test_whoever_has_found_a_lost_badge_does_not_speak_by_it(stage: HallStage, cast: Cast) -> None:
    lost = stage.badge(cast.vera)
    finder = devices.show_badge(device=stage.phone(), code=lost.code, now=NOW)
    given = replace_badge(badge=lost, why=BadgeEnd.LOST, by=cast.guzel, now=NOW)
    holder = devices.show_badge(device=stage.phone(), code=given.code, now=NOW)
    poll = make_poll(stage.floor)

    for phone, value in ((holder, 0), (finder, 1)):
        polls.answer(hall=stage.hall, poll=poll, device=phone, value=value, now=NOW)

    assert sorted(poll.answers.values_list("value", "registration")) == [
        (0, lost.registration_id),
        (1, None),
    ]


def test_who_has_given_up_the_seat_votes_without_a_badge(stage: HallStage, cast: Cast) -> None:
    phone, question = stage.phone_with_badge(cast.vera), stage.ask()
    registration = registration_of(phone)
    assert registration is not None
    cancel(registration=registration, now=NOW)

    stage.vote(question, phone)

    assert [one.registration for one in question.votes.all()] == [None]


def another_hall(stage: HallStage) -> Hall:
    other = stage.doors.stage.session("Дороги", start=at(18, 12), hall=stage.doors.stage.big)
    approve(edition=stage.edition, by=stage.cast.guzel, note="", now=NOW)
    open_floors(edition=stage.edition, sessions=[other])
    found = floor_for(Visitor(None, (), NOW), stage.edition.slug, other.code)
    assert found is not None
    return found
