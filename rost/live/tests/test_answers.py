"""Answers in writing: given as a task, reminded of, published; and data with their terms."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from conftest import Cast
from rost.channels.models import Message
from rost.directory.actions.accounts import erase_person
from rost.directory.actions.retention import destroy_expired, load_retention_rules
from rost.directory.queries.personal_data import kept_about
from rost.forum.tests.stage import at
from rost.live.actions import questions
from rost.live.actions.floors import declare_hall_line
from rost.live.actions.refusals import AlreadyAnswered, EmptyAnswer, OwnerNeeded
from rost.live.actions.reminding import remind
from rost.live.models import Device, Floor, HallQuestion, QuestionVote
from rost.live.queries.archive import archive_of
from rost.live.queries.tasks import answers_due, possible_owners
from rost.live.tests.hall_stage import NOW, HallStage, make_hall_stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast: Cast) -> HallStage:
    return make_hall_stage(cast)


def give_task(stage: HallStage, question: HallQuestion) -> None:
    questions.answer_later(
        question=question, owner=stage.cast.marat, due_on=date(2020, 3, 3), now=NOW
    )


def told(person: object) -> list[str]:
    return list(
        Message.objects.filter(person=person, dedupe__startswith="live.")
        .order_by("id")
        .values_list("dedupe", flat=True)
    )


def test_those_who_speak_answer_before_those_who_moderate(stage: HallStage) -> None:
    assert possible_owners(stage.session) == [stage.cast.marat, stage.cast.nina]


def test_a_question_becomes_a_task_and_then_an_answer_in_the_archive(stage: HallStage) -> None:
    asker = stage.phone_with_badge(stage.cast.ramilya)
    question = stage.ask("Когда дойдёт субсидия?", device=asker, name="Рамиля")
    questions.put_on_screen(question=question)

    give_task(stage, question)

    assert answers_due(stage.cast.marat) == [question]
    assert told(stage.cast.marat) == [f"live.task:{question.pk}:{stage.cast.marat.pk}:2020-03-03"]
    (owed,) = archive_of(stage.session).questions
    assert (owed.state, owed.owner, owed.due_on) == (
        "later", stage.cast.marat.full_name, date(2020, 3, 3))  # fmt: skip

    questions.write_answer(question=question, text=" До 1 апреля.\n\n\nДеньги в пути. ", now=NOW)
    questions.write_answer(question=question, text="До 1 апреля.", now=NOW)

    assert answers_due(stage.cast.marat) == []
    assert told(stage.cast.ramilya) == [f"live.written:{question.pk}"]
    (written,) = archive_of(stage.session).questions
    assert (written.state, written.answer, written.name) == ("written", "До 1 апреля.", "Рамиля")
    with pytest.raises(AlreadyAnswered):
        give_task(stage, question)


def test_a_task_needs_an_owner_and_a_day_and_an_answer_words(stage: HallStage) -> None:
    question = stage.ask()

    for owner, due_on in ((None, date(2020, 3, 3)), (stage.cast.marat, None)):
        with pytest.raises(OwnerNeeded):
            questions.answer_later(question=question, owner=owner, due_on=due_on, now=NOW)
    with pytest.raises(EmptyAnswer):
        questions.write_answer(question=question, text=" \n", now=NOW)


def test_the_owner_is_reminded_before_the_day_and_weekly_after_it(stage: HallStage) -> None:
    question = stage.ask()
    give_task(stage, question)
    days = [date(2020, 2, 27), date(2020, 2, 29), date(2020, 3, 1), date(2020, 3, 4),
            date(2020, 3, 5), date(2020, 3, 12), date(2020, 4, 20)]  # fmt: skip

    sent = [remind(datetime(day.year, day.month, day.day, 9, tzinfo=NOW.tzinfo)) for day in days]

    assert sent == [0, 1, 0, 1, 0, 1, 0]
    questions.write_answer(question=question, text="Готово", now=at(19, 9))
    assert remind(at(28, 9)) == 0


def test_the_archive_keeps_what_was_seen_and_nothing_hidden(stage: HallStage) -> None:
    shown, hidden = stage.ask("Видный"), stage.ask("Скрытый")
    questions.answered_live(question=shown, now=NOW)
    questions.hide(question=hidden, why="брань")

    questions.redact(question=shown, text="Видный без имён", name="", now=NOW)

    (kept,) = archive_of(stage.session).questions
    assert (kept.text, kept.state, kept.redacted) == ("Видный без имён", "live", True)


def test_a_person_sees_what_the_hall_keeps_and_leaves_without_a_trace(stage: HallStage) -> None:
    phone = stage.phone_with_badge(stage.cast.ramilya)
    question = stage.ask("Когда?", device=phone, name="Рамиля")
    stage.vote(question, phone)
    kept = {one.name: one.rows for one in kept_about(stage.cast.ramilya)}
    assert kept["live.devices"] == ((stage.edition.name, NOW, 1, 0),)
    assert kept["live.questions"][0][3:5] == ("Когда?", "Рамиля")

    totals = erase_person(stage.cast.ramilya, now=at(20, 9))

    assert (totals["live.questions"], totals["live.devices"]) == (1, 1)
    question.refresh_from_db()
    assert (question.text, question.name, question.registration, question.device) == (
        "Когда?", "", None, None)  # fmt: skip
    assert stage.counted(question) == 1
    assert Device.objects.filter(digest__startswith="-", network="").count() == 1


def test_lines_and_browsers_go_a_month_after_the_forum_and_counts_stay(stage: HallStage) -> None:
    load_retention_rules()
    phone = stage.phone_with_badge(stage.cast.ramilya)
    question = stage.ask("Когда?", device=phone, name="Рамиля")
    stage.vote(question, phone)
    declare_hall_line(floor=stage.floor, network="line")

    destroy_expired(by=None, now=at(19, 9).replace(month=3, day=19))
    assert Device.objects.exclude(network="").count() == 1
    destroy_expired(by=None, now=at(19, 9).replace(month=3, day=22))

    row = Device.objects.get()
    assert (row.network, row.browser, row.registration) == ("", "", None)
    assert (Floor.objects.get().hall_network, stage.counted(question)) == ("", 1)
    assert QuestionVote.objects.get().registration is None
    question.refresh_from_db()
    assert (question.name, question.registration_id is not None) == ("Рамиля", True)
    destroy_expired(by=None, now=at(19, 9).replace(year=2021, month=3))
    question.refresh_from_db()
    assert (question.name, question.registration_id, question.text) == ("", None, "Когда?")
