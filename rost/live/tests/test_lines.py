"""Many votes from one line: strangers' are kept aside and shown, badges are always counted once."""

from __future__ import annotations

import pytest

from conftest import Cast
from rost.live.actions.devices import show_badge
from rost.live.actions.floors import declare_hall_line
from rost.live.actions.lines import rule_line
from rost.live.actions.refusals import NoSuchLine
from rost.live.models import Floor, HallQuestion
from rost.live.queries.lines import Crowd, crowds_of, question_subject
from rost.live.rules.limits import Ruling
from rost.live.tests.hall_stage import NOW, HallStage, make_hall_stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast: Cast) -> HallStage:
    return make_hall_stage(cast)


def stuff(stage: HallStage, question: HallQuestion, times: int, **line: str) -> list[str]:
    """One browser whose cookies are cleared before every vote."""
    return [stage.vote(question, stage.phone(**{"network": "line", **line})) for _ in range(times)]


def crowd(stage: HallStage, question: HallQuestion) -> Crowd:
    (found,) = crowds_of(stage.floor)[question_subject(question.pk)]
    return found


def rule(stage: HallStage, question: HallQuestion, ruling: Ruling) -> None:
    one = crowd(stage, question)
    rule_line(
        hall=stage.hall, subject=one.subject, sample=one.sample, ruling=ruling, by=None, now=NOW
    )


def test_cleared_cookies_bring_five_votes_and_the_rest_is_set_aside(stage: HallStage) -> None:
    question = stage.ask()

    said = stuff(stage, question, 19)

    assert said == ["counted"] * 5 + ["aside"] * 14
    assert stage.counted(question) == 5
    shown = crowd(stage, question)
    assert (shown.counted, shown.aside, shown.ruled) == (5, 14, None)


def test_another_name_of_the_browser_helps_up_to_twenty_of_a_line(stage: HallStage) -> None:
    question = stage.ask()

    said = [one for number in range(12) for one in stuff(stage, question, 2, browser=f"{number}")]

    assert (said.count("counted"), said[20:]) == (20, ["aside"] * 4)


def test_the_halls_own_line_counts_up_to_the_people_in_it(stage: HallStage) -> None:
    question = stage.ask()
    declare_hall_line(floor=stage.floor, network="line")
    Floor.objects.update(people=8)

    assert stuff(stage, question, 10) == ["counted"] * 8 + ["aside"] * 2


def test_a_badge_counts_from_any_line(stage: HallStage, cast: Cast) -> None:
    question = stage.ask()
    stuff(stage, question, 6)

    said = stage.vote(question, stage.phone_with_badge(cast.ramilya, network="line"))

    assert (said, stage.counted(question)) == ("counted", 6)


def test_a_badge_shown_later_brings_its_vote_back(stage: HallStage, cast: Cast) -> None:
    question = stage.ask()
    stuff(stage, question, 5)
    phone = stage.phone(network="line")
    assert stage.vote(question, phone) == "aside"

    show_badge(device=phone, code=stage.badge(cast.ildar).code, now=NOW)

    assert stage.counted(question) == 6


def test_the_moderator_counts_a_line_and_what_comes_later_follows(stage: HallStage) -> None:
    question = stage.ask()
    stuff(stage, question, 7)

    rule(stage, question, Ruling.COUNT)

    assert stage.counted(question) == 7
    assert stuff(stage, question, 2) == ["counted", "counted"]


def test_what_is_left_aside_stays_aside(stage: HallStage) -> None:
    question = stage.ask()
    stuff(stage, question, 7)

    rule(stage, question, Ruling.LEAVE)

    assert (stage.counted(question), stuff(stage, question, 1)) == (5, ["aside"])


def test_lonely_votes_of_the_halls_line_are_shown_and_can_be_set_aside(stage: HallStage) -> None:
    """Within the hall a stuffer hides among honest neighbours: the moderator sees and decides."""
    question, other = stage.ask(), stage.ask("Другой")
    declare_hall_line(floor=stage.floor, network="line")
    for _ in range(3):
        phone = stage.phone(network="line")
        stage.vote(question, phone)
        stage.vote(other, phone)
    stuff(stage, question, 12)
    assert (crowd(stage, question).lonely, stage.counted(question)) == (12, 15)
    assert question_subject(other.pk) not in crowds_of(stage.floor)

    rule(stage, question, Ruling.ALL_ASIDE)

    assert stage.counted(question) == 0


def test_a_strange_vote_is_no_line(stage: HallStage) -> None:
    for subject in ("question:x", "poll:1", f"question:{stage.ask().pk}", "", "poll:" + "9" * 30):
        with pytest.raises(NoSuchLine):
            rule_line(hall=stage.hall, subject=subject, sample=1, ruling=Ruling.COUNT,
                      by=None, now=NOW)  # fmt: skip
