"""Every demand, kept and broken, by hand. Two stretches (0–8 and 12–20), two halls, a bus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from rost.core.scheduling.model import (
    Demand,
    Fault,
    Item,
    Person,
    Place,
    Placement,
    Problem,
    Sequence,
    Span,
    Stretch,
)
from rost.core.scheduling.verify import verify

from .forums import Forum, festival, forum, huge

MORNING, EVENING = Stretch("morning", 0, 8), Stretch("evening", 12, 20)
HALL, ROOM = Place("hall"), Place("room")
BUS = Place("bus", (Span(0, 8),), away=True)


def problem(*items: Item, **more: object) -> Problem:
    plain = Problem((MORNING, EVENING), (HALL, ROOM, BUS), items)
    return replace(plain, **more)  # type: ignore[arg-type]


def plan(**where: tuple[str, int]) -> Mapping[str, Placement]:
    return {key: Placement(*one) for key, one in where.items()}


@pytest.mark.parametrize("made", [festival, forum, huge])
def test_the_plan_a_forum_was_made_around_keeps_every_demand(made: type[Forum]) -> None:
    one = made()

    assert verify(one.problem, one.plan) == ()


def test_what_stands_nowhere() -> None:
    assert verify(problem(Item("a", 2), Item("b", 2)), plan(a=("hall", 0))) == (
        Fault(Demand.PLACED, ("b",)),
    )


def test_what_nobody_asked_for_is_not_looked_at() -> None:
    assert verify(problem(Item("a", 2)), plan(a=("hall", 0), z=("hall", 0))) == ()


def test_a_place_holds_one_thing_at_a_time() -> None:
    two = problem(Item("a", 2), Item("b", 2))

    assert verify(two, plan(a=("hall", 0), b=("hall", 1))) == (
        Fault(Demand.PLACE_ONCE, ("a", "b"), place="hall"),
    )
    assert verify(two, plan(a=("hall", 0), b=("hall", 2))) == ()
    assert verify(two, plan(a=("hall", 0), b=("room", 1))) == ()


def test_a_person_is_at_one_place_at_a_time() -> None:
    two = problem(Item("a", 2, people=("ann", "ben")), Item("b", 2, people=("ben",)))

    assert verify(two, plan(a=("hall", 0), b=("room", 1))) == (
        Fault(Demand.PERSON_ONCE, ("a", "b"), person="ben"),
    )
    assert verify(two, plan(a=("hall", 0), b=("room", 2))) == ()


def test_whoever_is_on_a_bus_is_away_until_it_is_back() -> None:
    two = problem(Item("a", 2, people=("ann",)), Item("b", 2, people=("ann",)))

    assert verify(two, plan(a=("bus", 0), b=("hall", 6))) == (
        Fault(Demand.PERSON_ONCE, ("a", "b"), person="ann"),
    )
    assert verify(two, plan(a=("bus", 0), b=("bus", 2))) == ()
    assert verify(two, plan(a=("bus", 0), b=("hall", 12))) == ()


def test_a_person_is_there_only_when_they_can() -> None:
    people = (Person("ann", (Span(0, 3), Span(3, 6))),)
    one = problem(Item("a", 2, people=("ann",)), people=people)

    assert verify(one, plan(a=("hall", 2))) == ()
    assert verify(one, plan(a=("hall", 5))) == (
        Fault(Demand.FREE, ("a",), person="ann", place="hall"),
    )
    assert verify(one, plan(a=("bus", 0))) == (
        Fault(Demand.FREE, ("a",), person="ann", place="bus"),
    )


def test_a_place_is_used_only_while_it_is_open() -> None:
    one = problem(Item("a", 2), places=(Place("hall", (Span(2, 4), Span(4, 6))),))

    assert verify(one, plan(a=("hall", 3))) == ()
    assert verify(one, plan(a=("hall", 5))) == (Fault(Demand.OPEN, ("a",), place="hall"),)


def test_places_that_may_not_hold_an_item_or_are_not_there() -> None:
    one = problem(Item("a", 2, places=("hall",)))

    assert verify(one, plan(a=("room", 0))) == (Fault(Demand.ALLOWED, ("a",), place="room"),)
    assert verify(problem(Item("a", 2)), plan(a=("attic", 0))) == (
        Fault(Demand.ALLOWED, ("a",), place="attic"),
    )


def test_what_was_fixed_stays() -> None:
    one = problem(Item("a", 2, fixed=Placement("hall", 4)))

    assert verify(one, plan(a=("hall", 4))) == ()
    assert verify(one, plan(a=("hall", 3))) == (Fault(Demand.FIXED, ("a",), place="hall"),)
    assert verify(one, plan(a=("room", 4))) == (Fault(Demand.FIXED, ("a",), place="hall"),)


def test_an_item_stands_inside_its_window() -> None:
    one = problem(Item("a", 2, windows=(Span(1, 4), Span(12, 14))))

    assert verify(one, plan(a=("hall", 12))) == ()
    assert verify(one, plan(a=("hall", 3))) == (Fault(Demand.WINDOW, ("a",)),)


def test_nothing_stands_across_the_end_of_a_stretch() -> None:
    one = problem(Item("a", 3))

    assert verify(one, plan(a=("hall", 5))) == ()
    assert verify(one, plan(a=("hall", 6))) == (
        Fault(Demand.LENGTH, ("a",), place="hall", stretch="morning"),
    )
    assert verify(one, plan(a=("hall", 9))) == (Fault(Demand.LENGTH, ("a",), place="hall"),)


def test_one_after_another_with_a_gap() -> None:
    rows = (Sequence("a", "b", at_least=1, at_most=3),)
    two = problem(Item("a", 2), Item("b", 2), sequences=rows)
    broken = (Fault(Demand.SEQUENCE, ("a", "b")),)

    assert verify(two, plan(a=("hall", 0), b=("hall", 2))) == broken
    assert verify(two, plan(a=("hall", 0), b=("hall", 3))) == ()
    assert verify(two, plan(a=("hall", 0), b=("hall", 5))) == ()
    assert verify(two, plan(a=("hall", 0), b=("hall", 6))) == broken


def test_a_place_holds_one_track_through_a_stretch() -> None:
    items = (Item("a", 2, "x"), Item("b", 2, "y"), Item("c", 2))
    three = problem(*items, one_track=True)
    here = plan(a=("hall", 0), b=("hall", 2), c=("hall", 4))

    assert verify(three, here) == (
        Fault(Demand.ONE_TRACK, ("a", "b"), place="hall", stretch="morning"),
    )
    assert verify(replace(three, one_track=False), here) == ()
    assert verify(three, plan(a=("hall", 0), b=("hall", 12), c=("hall", 4))) == ()
