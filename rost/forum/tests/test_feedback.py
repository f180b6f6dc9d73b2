"""Saying how it was: who, when, once each; what all answers come to; whose they are."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from conftest import NOW, Cast
from rost.channels.models import Message
from rost.directory.queries.personal_data import data_classes
from rost.forum.actions.agenda import add
from rost.forum.actions.approval import approve
from rost.forum.actions.feedback import (
    MarkNeeded,
    NotAsked,
    OnlyParticipants,
    TooEarly,
    TooLate,
    destroy_old_feedback,
    give_mark,
    invite_to_answer,
    take_back,
    write_words,
)
from rost.forum.actions.registration import cancel, register
from rost.forum.models import Edition, Feedback, Registration, Session
from rost.forum.queries.feedback import results_of, unanswered, voter_of, words_of
from rost.forum.rules.feedback import Tally
from rost.forum.tests.registration_stage import make_category, make_people
from rost.forum.tests.stage import Stage, at, make_stage

pytestmark = pytest.mark.django_db
DURING = at(18, 10, 30)
AFTER = at(20, 9)


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """Two lectures and a break, published; registration open to anybody."""
    stage = make_stage(cast)
    Edition.objects.filter(pk=stage.edition.pk).update(
        registration_opens_at=NOW - timedelta(days=1), registration_closes_at=at(18, 9)
    )
    stage.edition.refresh_from_db()
    make_category(stage.edition)
    for title, form, hour in (
        ("Бюджет", "lecture", 10),
        ("Обед", "break", 13),
        ("Земля", "lecture", 14),
    ):
        stage.session(
            title, form=form, start=at(18, hour), hall=stage.big, people={cast.marat: "lecturer"}
        )
    approve(edition=stage.edition, by=cast.guzel, note="", now=NOW)
    stage.edition.refresh_from_db()
    return stage


def session(title: str) -> Session:
    return Session.objects.get(title=title)


def registered(stage: Stage, person: Any) -> Registration:
    category = stage.edition.categories.get()
    return register(edition=stage.edition, person=person, category=category, now=NOW)


def say(mine: Registration, mark: int, about: str = "Бюджет", now: datetime = DURING) -> Feedback:
    return give_mark(
        registration=mine, session=session(about) if about else None, mark=mark, now=now
    )


def test_one_tap_is_one_answer_and_another_changes_it(stage: Stage, cast: Cast) -> None:
    mine = registered(stage, cast.ramilya)

    say(mine, 5)
    write_words(registration=mine, session=session("Бюджет"), words=" Спасибо! ", now=DURING)
    say(mine, 3, now=AFTER)

    row = Feedback.objects.get()
    assert (row.mark, row.words) == (3, "Спасибо!")


def test_the_moment_is_kept_as_a_day(stage: Stage, cast: Cast) -> None:
    assert say(registered(stage, cast.ramilya), 5).given_at == at(18, 0)


def test_taking_back_leaves_nothing(stage: Stage, cast: Cast) -> None:
    mine = registered(stage, cast.ramilya)
    say(mine, 5)

    gone = [
        take_back(registration=mine, session=session("Бюджет"), now=DURING) for _twice in range(2)
    ]

    assert (gone, Feedback.objects.count()) == ([True, False], 0)


@pytest.mark.parametrize(
    ("about", "now", "refusal"),
    [
        ("Бюджет", at(18, 9, 59), TooEarly),
        ("", at(18, 13, 59), TooEarly),  # the forum is asked about from its last session on
        ("Бюджет", at(18, 0) + timedelta(days=16), TooLate),
        ("", at(18, 0) + timedelta(days=16), TooLate),
        ("Обед", AFTER, NotAsked),
    ],
)
def test_when_and_about_what(
    stage: Stage, cast: Cast, about: str, now: datetime, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        say(registered(stage, cast.ramilya), 5, about, now)

    assert not Feedback.objects.exists()


def test_the_last_minute_of_the_fourteenth_day_counts(stage: Stage, cast: Cast) -> None:
    last = at(19, 23, 59) + timedelta(days=14)

    assert say(registered(stage, cast.ramilya), 4, "", last).mark == 4


def test_only_participants_are_asked(stage: Stage, cast: Cast) -> None:
    mine = registered(stage, cast.ramilya)
    cancel(registration=mine, now=NOW)
    mine.refresh_from_db()

    with pytest.raises(OnlyParticipants):
        say(mine, 5)


@pytest.mark.parametrize("mark", [0, 6, -1])
def test_a_mark_is_one_of_five(stage: Stage, cast: Cast, mark: int) -> None:
    with pytest.raises(MarkNeeded):
        say(registered(stage, cast.ramilya), mark)


def test_words_come_after_the_mark(stage: Stage, cast: Cast) -> None:
    with pytest.raises(MarkNeeded):
        write_words(
            registration=registered(stage, cast.ramilya),
            session=session("Бюджет"),
            words="Спасибо",
            now=DURING,
        )


def test_the_key_of_an_answer_tells_nothing_and_is_another_at_every_forum(
    stage: Stage, cast: Cast, settings: Any
) -> None:
    mine = registered(stage, cast.ramilya)
    key = voter_of(mine)

    settings.SECRET_KEY = "another-key-another-key-another-key-another-key-12345"

    assert (len(key), str(mine.pk) == key) == (64, False)
    assert voter_of(mine) != key


def test_sessions_of_the_agenda_without_an_answer_are_offered(stage: Stage, cast: Cast) -> None:
    mine = registered(stage, cast.ramilya)
    for title in ("Бюджет", "Земля"):
        add(registration=mine, session=session(title), now=NOW)
    say(mine, 4)

    assert [one.title for one in unanswered(mine, AFTER)] == ["Земля"]
    assert unanswered(mine, DURING) == []  # the other one has not begun
    assert unanswered(mine, AFTER + timedelta(days=30)) == []


def answer_all(stage: Stage, marks: list[int]) -> None:
    for person, mark in zip(make_people(len(marks)), marks, strict=True):
        mine = registered(stage, person)
        say(mine, mark)
        write_words(registration=mine, session=session("Бюджет"), words=f"Слово {mark}", now=DURING)


def test_results_by_session(stage: Stage) -> None:
    answer_all(stage, [5, 5, 4, 2, 1, 5])

    found = results_of(stage.edition)

    budget, land = found.sessions
    assert (budget.tally.answers, budget.tally.mean, budget.tally.median) == (6, 22 / 6, 4.5)
    assert budget.counts == [(5, 3), (4, 1), (3, 0), (2, 1), (1, 1)]
    assert [bar.height for bar in budget.bars] == [8, 8, 0, 8, 24]
    assert (budget.share, land.tally.answers, found.answers) == (None, 0, 6)


def test_words_come_in_the_order_of_marks_not_of_arrival(stage: Stage) -> None:
    answer_all(stage, [1, 4, 2, 5])

    words = words_of(stage.edition)[session("Бюджет").code]

    assert words == [(5, "Слово 5"), (4, "Слово 4"), (2, "Слово 2"), (1, "Слово 1")]


@pytest.mark.parametrize(
    ("counts", "mean", "median", "shown"),
    [
        ({}, None, None, False),
        ({5: 4}, 5.0, 5.0, False),
        ({1: 1, 5: 4}, 4.2, 5.0, True),
        ({1: 3, 2: 3}, 1.5, 1.5, True),
    ],
)
def test_mean_and_median(
    counts: dict[int, int], mean: float | None, median: float | None, shown: bool
) -> None:
    tally = Tally(counts)

    assert (tally.mean, tally.median, tally.shown) == (mean, median, shown)


def test_everybody_is_invited_once(stage: Stage, cast: Cast) -> None:
    registered(stage, cast.ramilya)
    registered(stage, cast.vera)

    told = [invite_to_answer(edition=stage.edition, now=AFTER) for _twice in range(2)]

    assert told == [2, 0]
    assert Message.objects.filter(dedupe__startswith="forum.feedback:").count() == 2
    with pytest.raises(TooLate):
        invite_to_answer(edition=stage.edition, now=AFTER + timedelta(days=20))


def feedback_class() -> Any:
    return next(one for one in data_classes() if one.name == "forum.feedback")


def test_a_person_reads_their_own_answers_and_takes_them_along(stage: Stage, cast: Cast) -> None:
    say(registered(stage, cast.ramilya), 5)
    say(registered(stage, cast.vera), 1)

    rows = list(feedback_class().rows(cast.ramilya))

    assert [row[1:4] for row in rows] == [("Бюджет", 5, "")]
    assert rows[0][4] == at(18, 0).date()


def test_erasing_a_person_erases_what_they_said(stage: Stage, cast: Cast) -> None:
    say(registered(stage, cast.ramilya), 5)
    say(registered(stage, cast.vera), 1)

    erased = feedback_class().erase(cast.ramilya, AFTER)

    assert (erased, [row.mark for row in Feedback.objects.all()]) == (1, [1])


def test_after_the_term_marks_stay_and_lead_to_nobody(stage: Stage, cast: Cast) -> None:
    mine = registered(stage, cast.ramilya)
    say(mine, 5)
    write_words(registration=mine, session=session("Бюджет"), words="Спасибо", now=DURING)
    later = AFTER + timedelta(days=30)

    counted, gone = feedback_class().expired(later), destroy_old_feedback(later)

    row = Feedback.objects.get()
    assert (counted, gone, row.mark, row.words) == (1, 1, 5, "")
    assert list(feedback_class().rows(cast.ramilya)) == []
    assert feedback_class().expired(later) == 0
