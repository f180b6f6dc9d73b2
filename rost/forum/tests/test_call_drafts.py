"""A draft is begun once, saved in order, and never over somebody else's text."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from conftest import NOW, Cast
from rost.channels.models import Message
from rost.core.passport import Passport
from rost.forum.actions.call import (
    CallClosed,
    CallNotOpen,
    Incomplete,
    NotADraft,
    ReviewBegun,
    SavedElsewhere,
    begin_project,
    remind_of_closing,
    send_project,
    take_back,
    withdraw,
)
from rost.forum.actions.call.drafts import AtFault
from rost.forum.models import Call, Project, Review
from rost.forum.queries.call import passport_of

from .call_stage import CLOSES, SPRINGS, a_draft, an_offered_project, open_call, save
from .registration_stage import make_edition


@pytest.fixture
def call(cast: Cast) -> Call:
    return open_call(make_edition())


def test_two_presses_begin_one_draft(call: Call, cast: Cast) -> None:
    first, second = (
        begin_project(call=call, author=cast.ramilya, language="ru", now=NOW) for _ in range(2)
    )

    assert (first, Project.objects.count()) == (second, 1)


def test_nothing_is_begun_outside_the_term(call: Call, cast: Cast) -> None:
    with pytest.raises(CallNotOpen):
        begin_project(call=call, author=cast.ramilya, language="ru", now=CLOSES)

    assert Project.objects.count() == 0


def test_the_older_of_two_windows_is_refused_and_nothing_is_lost(call: Call, cast: Cast) -> None:
    draft = a_draft(call, cast.ramilya, window="one")
    newer = replace(SPRINGS, problem="Родников было восемь.")
    save(draft, newer, seen=1, window="one")

    with pytest.raises(SavedElsewhere) as refused:
        save(draft, replace(SPRINGS, problem="Старый текст"), seen=1, window="two")

    assert passport_of(refused.value.project) == newer


def test_a_window_whose_answer_was_lost_goes_on(call: Call, cast: Cast) -> None:
    draft = a_draft(call, cast.ramilya, window="one")  # saved, but the answer never came

    saved = save(draft, replace(SPRINGS, problem="Дальше"), seen=0, window="one")

    assert (saved.saving, passport_of(saved).problem) == (2, "Дальше")


def test_the_same_text_sent_twice_is_saved_once(call: Call, cast: Cast) -> None:
    draft = a_draft(call, cast.ramilya)

    again = save(draft, SPRINGS, seen=0, window="another")

    assert again.saving == 1


def test_nothing_is_saved_that_no_passport_may_hold(call: Call, cast: Cast) -> None:
    draft = a_draft(call, cast.ramilya)

    with pytest.raises(AtFault, match=r"30"):
        save(draft, replace(SPRINGS, steps=("шаг",) * 31), seen=1)

    draft.refresh_from_db()
    assert passport_of(draft) == SPRINGS


def test_what_is_missing_is_named_and_the_draft_stays(call: Call, cast: Cast) -> None:
    draft = a_draft(call, cast.ramilya, replace(SPRINGS, steps=(), contact=" "))

    with pytest.raises(Incomplete) as refused:
        send_project(project=draft, now=NOW)

    assert refused.value.fields == ("steps", "contact")


def test_pressed_twice_it_is_sent_once_with_one_receipt(call: Call, cast: Cast) -> None:
    draft = a_draft(call, cast.ramilya)

    for moment in (NOW, NOW + timedelta(seconds=1)):
        send_project(project=draft, now=moment)

    draft.refresh_from_db()
    assert (draft.state, draft.sent_at) == ("sent", NOW)
    assert [one.person for one in Message.objects.all()] == [cast.ramilya]


def test_the_last_instant_counts_and_the_closing_one_does_not(call: Call, cast: Cast) -> None:
    early, late = (a_draft(call, who) for who in (cast.ramilya, cast.ildar))

    send_project(project=early, now=CLOSES - timedelta(microseconds=1))
    with pytest.raises(CallClosed):
        send_project(project=late, now=CLOSES)

    assert sorted(Project.objects.values_list("state", flat=True)) == ["draft", "sent"]


def test_a_sent_project_is_not_changed_but_taken_back_until_a_review_is_sent(
    call: Call, cast: Cast
) -> None:
    project = an_offered_project(call, cast)
    with pytest.raises(NotADraft):
        save(project, Passport(), seen=1)
    take_back(project=project, now=NOW)
    send_project(project=project, now=NOW)
    Review.objects.create(
        project=project, reviewer=cast.marat, declared_at=NOW, saved_at=NOW, sent_at=NOW
    )

    with pytest.raises(ReviewBegun):
        take_back(project=project, now=NOW)

    project.refresh_from_db()
    assert project.state == "sent"


def test_withdrawing_keeps_the_reason(call: Call, cast: Cast) -> None:
    project = withdraw(project=an_offered_project(call, cast), reason=" Болею ", now=NOW)

    assert (project.state, project.reason) == ("withdrawn", "Болею")


def test_three_days_before_the_end_unsent_drafts_are_reminded_once(call: Call, cast: Cast) -> None:
    a_draft(call, cast.ramilya)
    send_project(project=a_draft(call, cast.ildar), now=NOW)
    begin_project(call=call, author=cast.vera, language="ru", now=NOW)  # nothing written yet
    early, in_time = CLOSES - timedelta(days=4), CLOSES - timedelta(days=2, hours=5)

    told = [remind_of_closing(moment) for moment in (early, in_time, in_time)]

    assert told == [0, 1, 0]
    assert "2 " in Message.objects.get(dedupe__contains=":closing:").body
