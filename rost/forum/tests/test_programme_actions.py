"""Changing the draft: what is written, what is refused, and that a refusal leaves no trace."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conftest import NOW, Cast
from rost.core.programme.findings import Level, Rule
from rost.forum.actions.approval import approve
from rost.forum.actions.editions import close_hall, set_hall, set_rule_levels
from rost.forum.actions.programme import (
    ChangedMeanwhile,
    CodeTaken,
    ForbiddenChange,
    ForeignPart,
    HallClosed,
    NotPlaced,
    PartTaken,
    WrongLength,
    add_session,
    change_session,
    place_session,
    remove_session,
    set_contribution,
    shift_session,
    swap_sessions,
    unplace_session,
)
from rost.forum.models import Contribution, Session

from .stage import Stage, at, make_stage

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return make_stage(cast)


def where(session: Session) -> tuple[object, ...]:
    fresh = Session.objects.get(pk=session.pk)
    return fresh.starts_at, fresh.hall_id, fresh.route_id


def test_sessions_of_one_title_get_their_own_code_number_and_address(stage: Stage) -> None:
    first, second = stage.session("Круглый стол"), stage.session("Круглый стол")

    assert first.code != second.code
    assert (first.number, second.number) == (1, 2)
    assert (first.slug, second.slug) == ("kruglyy-stol", "kruglyy-stol-2")


def test_a_code_from_a_file_is_kept_and_taken_once(stage: Stage) -> None:
    stage.session("Лекция", code="FRAB01")

    with pytest.raises(CodeTaken):
        stage.session("Другая", code="FRAB01")

    assert Session.objects.count() == 1


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_a_session_lasts_a_sensible_time(stage: Stage, minutes: int) -> None:
    with pytest.raises(WrongLength):
        add_session(edition=stage.edition, title="Лекция", form="lecture", minutes=minutes, now=NOW)


def test_place_shift_swap_and_take_off(stage: Stage) -> None:
    first = stage.session("Первая", start=at(18, 10), hall=stage.big)
    second = stage.session("Вторая", start=at(19, 12), route=stage.route)

    swap_sessions(first=first, second=second, now=LATER)
    assert where(first) == (at(19, 12), None, stage.route.pk)
    assert where(second) == (at(18, 10), stage.big.pk, None)

    shift_session(session=second, minutes=-15, now=LATER)
    assert where(second) == (at(18, 9, 45), stage.big.pk, None)

    unplace_session(session=second, now=LATER)
    assert where(second) == (None, None, None)

    with pytest.raises(NotPlaced):
        shift_session(session=second, minutes=15, now=LATER)


def test_a_session_not_accepted_yet_may_be_planned(stage: Stage) -> None:
    planned = stage.session("Задумано", state="proposed", start=at(18, 10), hall=stage.big)

    assert where(planned) == (at(18, 10), stage.big.pk, None)


def test_nothing_is_placed_in_a_closed_hall_or_in_another_forum(stage: Stage) -> None:
    lecture = stage.session("Лекция")
    other = make_other_hall(stage)
    close_hall(hall=stage.small, now=NOW)
    stage.small.refresh_from_db()

    with pytest.raises(HallClosed):
        place_session(session=lecture, starts_at=at(18, 10), hall=stage.small, now=LATER)
    with pytest.raises(ForeignPart):
        place_session(session=lecture, starts_at=at(18, 10), hall=other, now=LATER)

    assert where(lecture) == (None, None, None)


def make_other_hall(stage: Stage) -> object:
    from rost.forum.actions.editions import create_edition

    other = create_edition(
        slug="other",
        name="Другой форум",
        starts_on=stage.edition.starts_on,
        ends_on=stage.edition.ends_on,
        place="Уфа",
    )
    return set_hall(edition=other, name="Чужой зал", capacity=10)


def test_who_saw_an_older_session_is_told_so(stage: Stage) -> None:
    lecture = stage.session("Лекция", start=at(18, 10), hall=stage.big)
    seen = lecture.changed_at
    place_session(session=lecture, starts_at=at(18, 12), hall=stage.big, now=LATER, seen=seen)

    with pytest.raises(ChangedMeanwhile):
        place_session(session=lecture, starts_at=at(18, 15), hall=stage.big, now=LATER, seen=seen)
    with pytest.raises(ChangedMeanwhile):
        change_session(session=lecture, title="Моё", now=LATER, seen=seen)

    assert where(lecture) == (at(18, 12), stage.big.pk, None)


def test_a_forbidden_clash_is_refused_with_its_reason(stage: Stage, cast: Cast) -> None:
    set_rule_levels(
        edition=stage.edition,
        levels={Rule.HALL_CLASH: Level.FORBID, Rule.PERSON_CLASH: Level.FORBID},
    )
    first = stage.session(
        "Первая", start=at(18, 10), hall=stage.big, people={cast.marat: "lecturer"}
    )
    second = stage.session("Вторая", start=at(18, 12), hall=stage.big)

    with pytest.raises(ForbiddenChange) as refusal:
        place_session(session=second, starts_at=at(18, 10, 30), hall=stage.big, now=LATER)
    assert [one.rule for one in refusal.value.findings] == [Rule.HALL_CLASH]
    assert "Большой зал" in str(refusal.value.message)

    place_session(session=second, starts_at=at(18, 10, 30), hall=stage.small, now=LATER)
    with pytest.raises(ForbiddenChange):
        set_contribution(session=second, person=cast.marat, part="speaker", now=LATER)
    assert where(first) == (at(18, 10), stage.big.pk, None)
    assert Contribution.objects.filter(session=second).count() == 0


def test_an_old_clash_does_not_stop_mending_something_else(stage: Stage) -> None:
    first = stage.session("Первая", start=at(18, 10), hall=stage.big)
    stage.session("Вторая", start=at(18, 10, 30), hall=stage.big)
    set_rule_levels(edition=stage.edition, levels={Rule.HALL_CLASH: Level.FORBID})

    change_session(session=first, minutes=45, now=LATER)

    assert Session.objects.get(pk=first.pk).minutes == 45


def test_the_post_of_that_day_is_written_beside_the_name(stage: Stage, cast: Cast) -> None:
    cast.ramilya.posts.update(held_to="2020-02-18")
    on_time = stage.session("Первая", start=at(18, 10), hall=stage.big)
    too_late = stage.session("Вторая", start=at(19, 10), hall=stage.big)

    first = set_contribution(session=on_time, person=cast.ramilya, part="speaker", now=NOW)
    second = set_contribution(session=too_late, person=cast.ramilya, part="speaker", now=NOW)

    assert first.post.startswith("глава сельского поселения")
    assert (second.post, second.territory) == ("", None)


def test_a_person_has_a_part_once_and_its_order_is_kept(stage: Stage, cast: Cast) -> None:
    lecture = stage.session("Лекция", people={cast.marat: "speaker", cast.nina: "speaker"})
    again = set_contribution(
        session=lecture, person=cast.marat, part="speaker", post="", topic="Новая тема", now=LATER
    )
    moderator = set_contribution(session=lecture, person=cast.marat, part="moderator", now=LATER)

    with pytest.raises(PartTaken):
        set_contribution(
            session=lecture,
            person=cast.marat,
            part="speaker",
            contribution=moderator,
            now=LATER,
        )

    assert list(lecture.contributions.values_list("person__given_name", "part", "topic")) == [
        ("Марат", "speaker", "Новая тема"),
        ("Нина", "speaker", ""),
        ("Марат", "moderator", ""),
    ]
    assert again.position == 1


def test_an_approved_session_is_cancelled_instead_of_removed(stage: Stage) -> None:
    known = stage.session("Известная", start=at(18, 10), hall=stage.big)
    approve(edition=stage.edition, by=None, note="", now=NOW)
    draft = stage.session("Черновик")

    remove_session(session=known, now=LATER)
    remove_session(session=draft, now=LATER)

    assert list(Session.objects.values_list("title", "state")) == [("Известная", "cancelled")]
