"""The organiser's desk says what the two days still need, each thing in its time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conftest import NOW, Cast
from rost.forum.actions.attendance import issue_pass, make_doors
from rost.forum.actions.badges import make_badges, note_printed
from rost.forum.models import Door, Registration
from rost.forum.queries.held import Held, held_of
from rost.forum.tests.stage import Stage, at, hold_in_agenda, make_stage


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """Рамиля and Вера are coming."""
    stage = make_stage(cast)
    session = stage.session("Пленарное", start=at(18, 10), hall=stage.big, form="plenary")
    for person in (cast.ramilya, cast.vera):
        hold_in_agenda(person, session)
    return stage


def test_a_month_before_nothing_is_asked(stage: Stage) -> None:
    assert held_of(stage.edition, NOW) == Held()


def test_a_week_before_badges_and_doors_are(stage: Stage) -> None:
    assert held_of(stage.edition, at(11, 9)) == Held(unprinted=2, no_doors=True)


def test_what_is_done_is_not_asked_again(stage: Stage) -> None:
    people = Registration.objects.filter(edition=stage.edition)
    badges = make_badges(edition=stage.edition, registrations=people, now=at(11, 9))
    note_printed(badges=badges, by=None, now=at(11, 9))
    make_doors(edition=stage.edition, now=at(11, 9))

    assert held_of(stage.edition, at(11, 10)) == Held()


def test_on_the_day_somebody_must_have_a_pass(stage: Stage) -> None:
    make_doors(edition=stage.edition, now=at(11, 9))
    before = held_of(stage.edition, at(18, 9))
    issue_pass(
        door=Door.objects.filter(edition=stage.edition)[0],
        label="Айгуль",
        starts_at=at(18, 8),
        ends_at=at(18, 8) + timedelta(hours=12),
        by=None,
        now=at(18, 8),
    )

    assert (before.no_passes, held_of(stage.edition, at(18, 9)).no_passes) == (True, False)


def test_afterwards_nobody_asks_for_badges(stage: Stage) -> None:
    assert held_of(stage.edition, at(20, 9)) == Held()
