"""Questions from the hall: asked once however often they are sent, lifted once by each."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from conftest import Cast
from rost.forum.models import Badge
from rost.forum.tests.stage import at
from rost.live.actions import devices, questions
from rost.live.actions.floors import close_now, set_floor
from rost.live.actions.refusals import (
    BadgeUnknown,
    DeviceSilenced,
    EmptyQuestion,
    HallClosed,
    LongQuestion,
    NameNeeded,
    NotYetOpen,
    OtherBadge,
    QuestionGone,
    TooFast,
    TooManyQuestions,
)
from rost.live.models import Device, Floor, HallQuestion, QuestionVote
from rost.live.queries.hall import dump, hall_state
from rost.live.tests.hall_stage import NOW, HallStage, make_hall_stage, registration_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast: Cast) -> HallStage:
    return make_hall_stage(cast)


def set_up(stage: HallStage, **facts: object) -> None:
    known = {
        "is_on": True,
        "takes_questions": True,
        "moderated": False,
        "naming": "either",
        "people": None,
        "opens_at": None,
        "closes_at": None,
    }
    set_floor(floor=stage.floor, **known | facts)  # type: ignore[arg-type]


def test_a_question_sent_again_is_the_same_question(stage: HallStage) -> None:
    phone, identity = stage.phone(), uuid4()
    stage.ask("Когда дойдёт субсидия?", device=phone, id=identity)
    close_now(hall=stage.hall, now=NOW)

    again = questions.ask(hall=stage.hall, device=phone, id=identity, text="Когда дойдёт субсидия?",
                          name="", language="ru", now=at(18, 13))  # fmt: skip

    assert (again.new, HallQuestion.objects.count()) == (False, 1)


@pytest.mark.parametrize(
    ("moment", "refusal"), [(at(18, 9, 44), NotYetOpen), (at(18, 11, 30), HallClosed)]
)
def test_the_hall_speaks_from_a_quarter_before_to_half_an_hour_after(
    stage: HallStage, moment: object, refusal: type[Exception]
) -> None:
    stage.ask(now=at(18, 9, 45))
    stage.ask(now=at(18, 11, 29))

    with pytest.raises(refusal):
        stage.ask(now=moment)  # type: ignore[arg-type]


def test_what_is_no_question_is_refused_with_the_reason(stage: HallStage) -> None:
    with pytest.raises(EmptyQuestion):
        stage.ask("\u200b \n\t")
    with pytest.raises(LongQuestion):
        stage.ask("а" * 501)
    set_up(stage, naming="signed")
    with pytest.raises(NameNeeded):
        stage.ask("Когда?")

    assert HallQuestion.objects.count() == 0


def test_hostile_signs_go_and_words_stay(stage: HallStage) -> None:
    question = stage.ask("<script>alert(1)</script>\u202e!\x00\n\n\n\n\nа\nб\nв\nг\nд\nе\nё")

    assert question.text == "<script>alert(1)</script>!\nа\nб\nв\nг\nд е ё"


def test_where_names_are_not_wanted_none_is_kept(stage: HallStage) -> None:
    set_up(stage, naming="anonymous")

    assert stage.ask(name="Рамиля").name == ""


def test_three_questions_in_two_minutes_and_no_more(stage: HallStage) -> None:
    phone = stage.phone()
    for number in range(3):
        stage.ask(f"Вопрос {number}", device=phone)

    with pytest.raises(TooManyQuestions):
        stage.ask("Четвёртый", device=phone)
    stage.ask("Четвёртый", device=phone, now=NOW + timedelta(minutes=2))

    assert HallQuestion.objects.count() == 4


def test_a_flood_from_one_line_waits_for_the_moderator(stage: HallStage) -> None:
    for number in range(10):
        assert stage.ask(f"{number}", device=stage.phone("flood")).state == "shown"

    assert stage.ask("11", device=stage.phone("flood")).state == "waiting"
    assert stage.ask("С другой линии").state == "shown"


def test_a_vote_counts_once_a_telephone_and_is_taken_back(stage: HallStage) -> None:
    question, phone = stage.ask(), stage.phone()

    assert [stage.vote(question, phone), stage.vote(question, phone)] == ["counted", "already"]
    assert stage.counted(question) == 1
    assert questions.take_back(hall=stage.hall, question=question, device=phone, now=NOW)
    assert not questions.take_back(hall=stage.hall, question=question, device=phone, now=NOW)
    assert stage.counted(question) == 0


def test_a_question_that_is_answered_or_hidden_takes_no_votes(stage: HallStage) -> None:
    question = stage.ask()
    questions.answered_live(question=question, now=NOW)

    with pytest.raises(QuestionGone):
        stage.vote(question)

    assert stage.counted(question) == 0


def test_a_telephone_that_hurries_is_stopped_for_the_minute(stage: HallStage) -> None:
    question, phone = stage.ask(), stage.phone()
    for _turn in range(20):
        stage.vote(question, phone)
        questions.take_back(hall=stage.hall, question=question, device=phone, now=NOW)

    with pytest.raises(TooFast):
        stage.vote(question, phone)

    later = NOW + timedelta(minutes=1)
    questions.vote(hall=stage.hall, question=question, device=phone, now=later)
    assert stage.counted(question) == 1


def test_a_badge_votes_once_however_many_telephones_show_it(stage: HallStage, cast: Cast) -> None:
    question = stage.ask()
    badge = stage.badge(cast.ramilya)
    first, second, third = stage.phone(), stage.phone(), stage.phone()
    stage.vote(question, first)
    devices.show_badge(device=first, code=badge.code, now=NOW)
    devices.show_badge(device=third, code=badge.code.lower(), now=NOW)

    voted_before = stage.vote(question, second)
    devices.show_badge(device=second, code=f"https://e.org/b/{badge.code}", now=NOW)

    assert (voted_before, stage.vote(question, third)) == ("counted", "already")
    assert stage.counted(question) == 1
    assert QuestionVote.objects.get().registration == badge.registration


def test_a_strange_or_second_badge_is_refused(stage: HallStage, cast: Cast) -> None:
    phone = stage.phone_with_badge(cast.ramilya)
    ended = stage.badge(cast.vera)
    Badge.objects.filter(pk=ended.pk).update(ended_at=NOW, ended_why="cancelled")

    with pytest.raises(OtherBadge):
        devices.show_badge(device=phone, code=stage.badge(cast.ildar).code, now=NOW)
    for code in (ended.code, stage.doors.badge().code, "2A3B4C5D6E7F8G", ""):
        with pytest.raises(BadgeUnknown):
            devices.show_badge(device=stage.phone(), code=code, now=NOW)

    kept = registration_of(phone)
    assert kept is not None
    assert kept.person == cast.ramilya


def test_an_unknown_token_is_a_new_telephone_and_a_known_one_the_same(stage: HallStage) -> None:
    token = "t" * 43
    first, none = devices.meet(
        edition=stage.edition, token=token, network="a", browser="b", now=NOW
    )
    second, _none = devices.meet(
        edition=stage.edition, token=token, network="c", browser="b", now=NOW
    )
    third, fresh = devices.meet(edition=stage.edition, token="x", network="a", browser="b", now=NOW)

    assert (first.pk, none, second.network) == (second.pk, None, "c")
    assert (third.pk != first.pk, len(fresh or "")) == (True, 43)
    assert Device.objects.filter(digest__contains=token).count() == 0


def test_a_silenced_telephone_says_nothing_more(stage: HallStage) -> None:
    phone = stage.phone()
    own, other = stage.ask(device=phone), stage.ask("Другой")

    gone = questions.silence(floor=stage.floor, device=phone, why="брань", now=NOW)

    own.refresh_from_db()
    assert (gone, own.state, own.why_hidden) == (1, "hidden", "брань")
    with pytest.raises(DeviceSilenced):
        stage.vote(other, phone)
    questions.let_speak(floor=stage.floor, device=phone)
    assert stage.vote(other, phone) == "counted"


def test_everybody_sees_the_same_in_one_order(stage: HallStage) -> None:
    early, late, loved, waiting, hidden, answered = (
        stage.ask(text, now=at(18, 10, minute))
        for minute, text in enumerate(("ранний", "поздний", "любимый", "ждёт", "скрыт", "отвечен"))
    )
    HallQuestion.objects.filter(pk=waiting.pk).update(state="waiting")
    questions.hide(question=hidden, why="не по теме")
    stage.vote(loved)
    for _turn in range(2):
        stage.vote(answered)
    questions.answered_live(question=answered, now=NOW)
    questions.put_on_screen(question=early)
    questions.put_on_screen(question=late)

    state = hall_state(stage.hall)

    assert [one.text for one in state.questions] == ["любимый", "ранний", "поздний", "отвечен"]
    assert [one["votes"] for one in dump(state)["questions"]] == [1, 0, 0, 2]
    assert state.current is not None
    assert state.current.text == "поздний"
    assert state.opens_at == at(18, 9, 45)


def test_every_change_moves_the_revision(stage: HallStage) -> None:
    def revision() -> int:
        return Floor.objects.get().revision

    question = stage.ask()
    phone = stage.phone()
    seen = [revision()]
    for act in (
        lambda: stage.vote(question, phone),
        lambda: questions.take_back(hall=stage.hall, question=question, device=phone, now=NOW),
        lambda: questions.shortlist(question=question, on=True, now=NOW),
        lambda: questions.put_on_screen(question=question),
        lambda: questions.take_off_screen(floor=stage.floor),
        lambda: questions.redact(question=question, text="Иначе", name="", now=NOW),
        lambda: questions.hide(question=question, why="повтор"),
        lambda: questions.show(question=question),
        lambda: set_up(stage, moderated=True),
    ):
        act()
        seen.append(revision())

    assert seen == list(range(seen[0], seen[0] + len(seen)))
