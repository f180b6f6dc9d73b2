"""Pages of the schedule as organisers and participants use them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conftest import NOW, Cast
from rost.forum.actions.editions import set_track
from rost.forum.actions.scheduling import drop_out, set_rules
from rost.forum.actions.scheduling.personal import erase_wishes
from rost.forum.models import (
    HallClosure,
    Penalty,
    SchedulingRules,
    SessionNeeds,
    SessionOrder,
    SimilarTracks,
    SpeakerNeeds,
    Wish,
)

from .schedule_stage import Schedule, make_schedule
from .stage import at


@pytest.fixture
def schedule(cast: Cast) -> Schedule:
    return make_schedule(cast)


@pytest.fixture
def organiser(cast: Cast, signed_in: Any) -> Client:
    client: Client = signed_in(cast.guzel)
    return client


def address(schedule: Schedule, name: str, *rest: Any) -> str:
    return reverse(f"forum:{name}", args=[schedule.edition.slug, *rest])


def test_the_tab_says_what_is_known(schedule: Schedule, organiser: Client) -> None:
    schedule.wish(schedule.cast.ildar, schedule.budget)

    page = organiser.get(address(schedule, "desk_schedule"))

    assert page.status_code == 200
    assert page.context["items"] == 3
    assert page.context["wishers"] == 1
    assert page.context["unplaceable"] == []


def test_weights_are_kept_where_they_differ(schedule: Schedule, organiser: Client) -> None:
    where = address(schedule, "schedule_rules")
    form = organiser.get(where).context["form"]
    data = {field.html_name: field.value() for field in form if field.value() is not None}
    data |= {"weight_wishes": 7, "tick_minutes": 20}
    data = {
        name: value.strftime("%Y-%m-%dT%H:%M") if hasattr(value, "strftime") else value
        for name, value in data.items()
    }

    answer = organiser.post(where, data)

    rules = SchedulingRules.objects.get()
    assert answer.status_code == 302
    assert (rules.tick_minutes, rules.weights) == (20, {"wishes": 7})


def test_needs_of_a_session(schedule: Schedule, organiser: Client) -> None:
    where = address(schedule, "schedule_session", schedule.budget.code)

    organiser.post(where, {"expected": 120, "equipment": "экран, микрофоны", "stays": "on"})
    organiser.post(
        address(schedule, "session_penalty_new", schedule.budget.code),
        {"penalty-hall": schedule.stage.small.pk, "penalty-cost": 3},
    )
    organiser.post(
        address(schedule, "session_order_new", schedule.budget.code),
        {"order-first": schedule.lecture.pk, "order-at_least": 15},
    )

    needs = SessionNeeds.objects.get()
    assert (needs.expected, needs.equipment, needs.stays) == (120, ["экран", "микрофоны"], True)
    assert Penalty.objects.get().hall == schedule.stage.small
    assert SessionOrder.objects.get().then == schedule.budget
    assert organiser.get(where).status_code == 200
    listed = organiser.get(address(schedule, "schedule_sessions"), {"need": "stays"})
    assert [one.session.code for one in listed.context["rows"]] == [schedule.budget.code]


def test_two_sessions_cannot_each_come_first(schedule: Schedule, organiser: Client) -> None:
    for first, then in (
        (schedule.budget, schedule.lecture),
        (schedule.lecture, schedule.village),
        (schedule.village, schedule.budget),
    ):
        answer = organiser.post(
            address(schedule, "session_order_new", then.code), {"order-first": first.pk}
        )

    assert answer.status_code == 422
    assert SessionOrder.objects.count() == 2


def test_tracks_halls_and_speakers(schedule: Schedule, organiser: Client) -> None:
    other = set_track(edition=schedule.edition, name="Люди")
    organiser.post(
        address(schedule, "similar_new"),
        {"similar-first": other.pk, "similar-second": schedule.stage.track.pk, "similar-cost": 2},
    )
    organiser.post(
        address(schedule, "schedule_halls"),
        {
            "hall": schedule.stage.big.pk,
            "starts_at": "2020-02-18T09:00",
            "ends_at": "2020-02-18T12:00",
        },
    )
    organiser.post(
        address(schedule, "schedule_speaker", schedule.cast.marat.pk),
        {"timezone": "Europe/Moscow", "from_hour": 9, "to_hour": 20},
    )

    assert SimilarTracks.objects.get().cost == 2
    assert HallClosure.objects.get().starts_at == at(18, 9)
    assert SpeakerNeeds.objects.get().timezone == "Europe/Moscow"
    for name in ("schedule_tracks", "schedule_halls", "schedule_speakers"):
        assert organiser.get(address(schedule, name)).status_code == 200


def test_a_participant_marks_wishes_and_takes_some_back(schedule: Schedule, signed_in: Any) -> None:
    schedule.register(schedule.cast.ildar)
    client = signed_in(schedule.cast.ildar)
    where = address(schedule, "wishes")
    set_rules(edition=schedule.edition, wishes_open_at=NOW, wishes_close_at=None)

    client.post(where, {"sessions": [schedule.budget.code, schedule.lecture.code, "НЕТ"]})
    client.post(where, {"sessions": [schedule.lecture.code]})

    assert [one.session for one in Wish.objects.all()] == [schedule.lecture]
    assert client.get(where).context["ticked"] == {schedule.lecture.code}


def test_after_the_term_wishes_stay_as_they_were(schedule: Schedule, signed_in: Any) -> None:
    schedule.wish(schedule.cast.ildar, schedule.budget)
    set_rules(
        edition=schedule.edition,
        wishes_open_at=NOW - timedelta(days=9),
        wishes_close_at=NOW - timedelta(days=1),
    )
    client = signed_in(schedule.cast.ildar)

    answer = client.post(address(schedule, "wishes"), {"sessions": []})

    assert answer.status_code == 409
    assert Wish.objects.count() == 1


def test_wishes_go_with_the_person(schedule: Schedule) -> None:
    schedule.wish(schedule.cast.ildar, schedule.budget, schedule.lecture)

    erased = erase_wishes(schedule.cast.ildar, NOW)

    assert (erased, Wish.objects.count()) == (2, 0)


def test_a_speaker_who_does_not_come(schedule: Schedule, organiser: Client) -> None:
    """Марат's own lecture is cancelled, the other one is held by Рамиля alone."""
    marat = schedule.cast.marat
    where = address(schedule, "speaker_dropout", marat.pk)
    assert organiser.get(where).status_code == 200

    answer = organiser.post(
        where,
        {f"s_{schedule.budget.code}": "cancel", f"s_{schedule.village.code}": "without"},
    )

    schedule.budget.refresh_from_db()
    assert answer.status_code == 302
    assert schedule.budget.state == "cancelled"
    assert [one.person for one in schedule.village.contributions.all()] == [schedule.cast.ramilya]
    assert SpeakerNeeds.objects.get(person=marat).dropped_at is not None


def test_to_wait_for_a_speaker_one_must_know_since_when(
    schedule: Schedule, organiser: Client
) -> None:
    answer = organiser.post(
        address(schedule, "speaker_dropout", schedule.cast.marat.pk),
        {f"s_{schedule.budget.code}": "later", f"s_{schedule.village.code}": "without"},
    )

    assert answer.status_code == 422
    assert schedule.village.contributions.count() == 2


def test_times_given_before_are_cut_when_a_speaker_comes_later(schedule: Schedule) -> None:
    marat = schedule.cast.marat

    drop_out(
        edition=schedule.edition,
        person=marat,
        choices={schedule.budget.code: "later"},
        comes_at=at(18, 15),
        now=NOW,
    )

    (window,) = marat.availabilities.all()
    assert (window.starts_at, window.ends_at) == (at(18, 15), at(19, 18))
