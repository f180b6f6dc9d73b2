"""How a draft becomes a problem: every kind of need, and back onto the clock."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conftest import NOW, Cast
from rost.core.scheduling import Apart, ItemCost, Measure, Placement, Span
from rost.directory.models import Person
from rost.forum.actions.approval import approve
from rost.forum.actions.editions import set_hall, set_track
from rost.forum.actions.programme import add_availability
from rost.forum.actions.scheduling import (
    add_penalty,
    close_hall,
    set_order,
    set_rules,
    set_session_needs,
    set_similar,
    set_speaker_needs,
)
from rost.forum.queries.scheduling.asked import Why
from rost.forum.queries.scheduling.plans import placed
from rost.forum.queries.scheduling.problem import asked_of
from rost.forum.queries.versions import approved_programme

from .schedule_stage import Schedule, make_schedule
from .stage import at

NEEDS = {"stays": False, "equipment": [], "expected": None, "earliest": None, "latest": None}
HOUR = 4  # ticks of a quarter


@pytest.fixture
def schedule(cast: Cast) -> Schedule:
    return make_schedule(cast)


def tick(day: int, hour: int, minute: int = 0) -> int:
    """Quarters of an hour since midnight before 18 February in Ufa."""
    return (day - 18) * 96 + hour * 4 + minute // 15


def person(schedule: Schedule, who: Person):
    problem = asked_of(schedule.edition, now=NOW).problem
    return next(one for one in problem.people if one.key == str(who.pk))


def test_days_are_cut_by_everybodys_breaks(schedule: Schedule) -> None:
    schedule.stage.session("Обед", form="break", start=at(18, 13))

    pieces = asked_of(schedule.edition, now=NOW).problem.stretches

    assert [(one.key, one.begins, one.ends, one.day) for one in pieces] == [
        ("2020-02-18/1", tick(18, 9), tick(18, 13), 0),
        ("2020-02-18/2", tick(18, 14), tick(18, 18), 0),
        ("2020-02-19/1", tick(19, 9), tick(19, 18), 1),
    ]


def test_a_plenary_with_a_time_stays_and_nothing_is_put_against_it(schedule: Schedule) -> None:
    stage = schedule.stage
    opening = stage.session("Открытие", form="plenary", start=at(18, 10), hall=stage.big)

    asked = asked_of(schedule.edition, now=NOW)

    assert asked.aside == (opening.code,)
    assert [(one.begins, one.ends) for one in asked.problem.stretches[:2]] == [
        (tick(18, 9), tick(18, 10)),
        (tick(18, 11), tick(18, 18)),
    ]


def test_everybody_with_a_part_must_be_there(schedule: Schedule) -> None:
    cast = schedule.cast

    items = {one.key: one for one in asked_of(schedule.edition, now=NOW).problem.items}

    village = items[schedule.village.code]
    assert village.people == (str(cast.marat.pk), str(cast.ramilya.pk))
    assert village.ticks == HOUR


def test_a_hall_must_seat_the_expected_and_have_the_equipment(schedule: Schedule) -> None:
    edition = schedule.edition
    set_hall(edition=edition, name="Мастерская", capacity=20, equipment=["Экран"])
    set_session_needs(session=schedule.budget, **{**NEEDS, "expected": 100})
    set_session_needs(session=schedule.lecture, **{**NEEDS, "equipment": ["экран"]})

    items = {one.key: one for one in asked_of(edition, now=NOW).problem.items}

    assert items[schedule.budget.code].places == (f"hall:{schedule.stage.big.slug}",)
    assert items[schedule.lecture.code].places == ("hall:masterskaya",)


def test_what_can_stand_nowhere_is_told_before_solving(schedule: Schedule) -> None:
    set_session_needs(session=schedule.budget, **{**NEEDS, "expected": 1000})
    visit = schedule.stage.session("Выезд", form="visit", minutes=60)
    set_session_needs(session=visit, **{**NEEDS, "expected": 50})

    unplaceable = asked_of(schedule.edition, now=NOW).unplaceable

    assert [(one.code, one.why) for one in unplaceable] == [
        (schedule.budget.code, Why.HALL),
        (visit.code, Why.ROUTE),
    ]


def test_a_person_is_free_when_they_said_and_in_hours_of_their_own_day(
    schedule: Schedule,
) -> None:
    cast, edition = schedule.cast, schedule.edition
    add_availability(
        edition=edition, person=cast.marat, starts_at=at(18, 9, 5), ends_at=at(18, 12, 10)
    )
    set_speaker_needs(
        edition=edition,
        person=cast.ramilya,
        facts={"timezone": "Asia/Vladivostok", "from_hour": 8, "to_hour": 18},
    )

    assert person(schedule, cast.marat).free == (Span(tick(18, 9, 15), tick(18, 12)),)
    # Vladivostok is five hours ahead of Ufa: its day from 8 to 18 is 3 to 13 here.
    assert Span(tick(18, 3), tick(18, 13)) in person(schedule, cast.ramilya).free


def test_a_bus_takes_its_people_for_the_whole_trip(schedule: Schedule) -> None:
    """The trip runs through lunch, so it stands aside and takes the day of whoever rides."""
    schedule.stage.session("Обед", form="break", start=at(19, 13))
    schedule.stage.session(
        "Родники района",
        form="visit",
        minutes=180,
        start=at(19, 11),
        route=schedule.stage.route,
        people={schedule.cast.marat: "expert"},
    )

    free = person(schedule, schedule.cast.marat).free

    assert [one for one in free if one.begins < tick(19, 17) and one.ends > tick(19, 9)] == []


def test_wishes_orders_and_penalties(schedule: Schedule) -> None:
    edition, stage = schedule.edition, schedule.stage
    schedule.wish(schedule.cast.ildar, schedule.budget, schedule.lecture)
    schedule.wish(schedule.cast.azat, schedule.budget, schedule.lecture, schedule.village)
    set_order(first=schedule.budget, then=schedule.lecture, at_least=30, at_most=120)
    add_penalty(edition=edition, session=schedule.village, hall=stage.small, cost=4)
    other = set_track(edition=edition, name="Люди")
    set_similar(first=stage.track, second=other, cost=2)

    problem = asked_of(edition, now=NOW).problem

    both = tuple(sorted((schedule.budget.code, schedule.lecture.code)))
    assert Apart(*both, Measure.WISHES, 2) in problem.apart
    assert len(problem.apart) == 3
    (order,) = problem.sequences
    assert (order.at_least, order.at_most) == (2, 8)
    place = f"hall:{stage.small.slug}"
    assert ItemCost(Measure.ITEM_PLACE, schedule.village.code, 4, place=place) in problem.item_costs
    assert dict(problem.similar) == {(stage.track.slug, other.slug): 2}


def test_too_many_wishes_for_a_hall_cost_seats(schedule: Schedule) -> None:
    schedule.stage.small.capacity = 1
    schedule.stage.small.save()
    for who in (schedule.cast.ildar, schedule.cast.azat, schedule.cast.vera):
        schedule.wish(who, schedule.budget)

    costs = asked_of(schedule.edition, now=NOW).problem.item_costs

    place = f"hall:{schedule.stage.small.slug}"
    assert costs == (ItemCost(Measure.SEATS, schedule.budget.code, 2, place=place),)


def test_a_closed_hall_and_hours_to_be_avoided(schedule: Schedule) -> None:
    edition, stage = schedule.edition, schedule.stage
    close_hall(hall=stage.small, starts_at=at(18, 9), ends_at=at(18, 18))
    add_penalty(
        edition=edition, session=schedule.budget, starts_at=at(19, 0), ends_at=at(20, 0), cost=5
    )

    problem = asked_of(edition, now=NOW).problem

    small = next(one for one in problem.places if one.key == f"hall:{stage.small.slug}")
    assert all(one.ends <= tick(18, 9) or one.begins >= tick(18, 18) for one in small.open)
    assert problem.item_costs == (
        ItemCost(Measure.ITEM_TIME, schedule.budget.code, 5, "2020-02-19/1"),
    )


def test_minutes_to_change_follow_each_session_but_not_the_day(schedule: Schedule) -> None:
    set_rules(edition=schedule.edition, change_minutes=15)

    asked = asked_of(schedule.edition, now=NOW)

    assert {one.ticks for one in asked.problem.items} == {HOUR + 1}
    assert [one.ends for one in asked.problem.stretches] == [tick(18, 18) + 1, tick(19, 18) + 1]


def test_what_has_begun_makes_no_demands_and_takes_its_hall(schedule: Schedule) -> None:
    stage = schedule.stage
    begun = stage.session("Открытие", start=at(18, 9), hall=stage.big)

    asked = asked_of(schedule.edition, now=at(18, 9, 10))

    big = next(one for one in asked.problem.places if one.key == f"hall:{stage.big.slug}")
    assert asked.aside == (begun.code,)
    assert begun.code not in {one.key for one in asked.problem.items}
    assert min(one.begins for one in big.open if one.ends > tick(18, 9)) == tick(18, 10)
    assert {one.windows[0].begins for one in asked.problem.items} == {tick(18, 9, 15)}


def test_a_session_that_stays_is_fixed_off_the_grid_too(schedule: Schedule) -> None:
    """It begins at ten past, so the ticks become five minutes."""
    stage = schedule.stage
    opening = stage.session("Открытие", start=at(18, 10, 10), hall=stage.big, minutes=50)
    set_session_needs(session=opening, **{**NEEDS, "stays": True})

    asked = asked_of(schedule.edition, now=NOW)

    item = next(one for one in asked.problem.items if one.key == opening.code)
    assert asked.clock.minutes == 5
    assert item.fixed == Placement(f"hall:{stage.big.slug}", 10 * 12 + 2)


def test_a_plan_leads_back_to_the_clock(schedule: Schedule) -> None:
    stage = schedule.stage
    asked = asked_of(schedule.edition, now=NOW)
    plan = {schedule.budget.code: Placement(f"hall:{stage.small.slug}", tick(19, 15, 45))}

    programme = placed(asked.programme, plan, asked.clock)

    found = {one.code: (one.start, one.hall) for one in programme.sessions}
    assert found[schedule.budget.code] == (at(19, 15, 45), stage.small.slug)
    assert found[schedule.lecture.code] == (None, "")


def test_re_planning_knows_where_the_approved_programme_has_things(schedule: Schedule) -> None:
    stage, edition = schedule.stage, schedule.edition
    opening = stage.session("Открытие", start=at(18, 9, 20), hall=stage.big)
    approve(edition=edition, by=schedule.cast.guzel, note="", now=NOW)
    edition.refresh_from_db()

    asked = asked_of(edition, now=NOW + timedelta(days=1), base=approved_programme(edition))

    assert asked.problem.before == {opening.code: Placement(f"hall:{stage.big.slug}", 9 * 12 + 4)}
