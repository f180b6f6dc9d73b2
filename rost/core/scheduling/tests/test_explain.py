"""Why there is no plan: by hand, and against all plans of very small problems."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given, settings

from rost.core.scheduling.explain import explain
from rost.core.scheduling.model import (
    Contradiction,
    Demand,
    Item,
    Limits,
    Person,
    Place,
    Placement,
    Problem,
    Sequence,
    Span,
    Stretch,
)

from .enumeration import contradict, fewest_contradicting
from .forums import festival
from .problems import problems

DAYS = (Stretch("first", 0, 4), Stretch("second", 6, 10))
HALLS = (Place("hall"), Place("room"))
LIMITS = Limits(seconds=30, seed=1, workers=2)


def told(problem: Problem) -> set[tuple[Demand, tuple[str, ...], str]]:
    """Demand, items, person or place; always proven the smallest."""
    found = explain(problem, LIMITS)
    assert all(one.minimal and one.smallest for one in found)
    return {(one.demand, one.items, one.person or one.place) for one in found}


def test_nothing_to_explain() -> None:
    assert explain(Problem(DAYS, HALLS, (Item("a", 4), Item("b", 4))), LIMITS) == ()


def test_one_speaker_in_two_sessions_fixed_at_one_time() -> None:
    first = Item("a", 2, people=("ann",), fixed=Placement("hall", 0))
    second = Item("b", 2, people=("ann", "ben"), fixed=Placement("room", 1))
    others = (Item("c", 2, people=("ann",)), Item("d", 2, people=("ben",)))

    assert told(Problem(DAYS, HALLS, (first, second, *others))) == {
        (Demand.PERSON_ONCE, ("a", "b"), "ann"),
        (Demand.FIXED, ("a",), "hall"),
        (Demand.FIXED, ("b",), "room"),
    }


def test_three_sessions_need_the_one_large_hall_in_two_stretches() -> None:
    large = tuple(Item(key, 3, places=("hall",)) for key in "abc")
    problem = Problem(DAYS, HALLS, (*large, Item("d", 1), Item("e", 1, places=("room",))))

    found = explain(problem, LIMITS)

    assert {(one.demand, one.items, one.place) for one in found} == {
        (Demand.PLACE_ONCE, ("a", "b", "c"), "hall"),
        (Demand.ALLOWED, ("a", "b", "c"), "hall"),
    }
    assert [(one.needed, one.given) for one in found if one.demand is Demand.PLACE_ONCE] == [(9, 6)]


def test_a_speaker_comes_after_the_window_has_closed() -> None:
    late = Person("ann", (Span(6, 10),))
    item = Item("a", 2, people=("ann",), windows=(Span(0, 4),))

    assert told(Problem(DAYS, HALLS, (item, Item("b", 2)), people=(late,))) == {
        (Demand.FREE, ("a",), "ann"),
        (Demand.WINDOW, ("a",), ""),
    }


def test_a_chain_longer_than_the_days() -> None:
    items = tuple(Item(key, 3) for key in "abcd")
    rows = tuple(Sequence(one, other) for one, other in ("ab", "bc", "ad"))

    assert told(Problem(DAYS, HALLS, items, sequences=rows)) == {
        (Demand.SEQUENCE, ("a", "b"), ""),
        (Demand.SEQUENCE, ("b", "c"), ""),
    }


def test_more_hours_than_the_halls_have() -> None:
    items = tuple(Item(f"i{number}", 2) for number in range(9))

    found = explain(Problem(DAYS, HALLS, items), LIMITS)

    assert [(one.demand, one.place, one.needed, one.given) for one in found] == [
        (Demand.PLACE_ONCE, "hall", 18, 16),
        (Demand.PLACE_ONCE, "room", 18, 16),
    ]


def test_an_item_longer_than_every_stretch() -> None:
    assert explain(Problem(DAYS, HALLS, (Item("a", 5),)), LIMITS) == (
        Contradiction(Demand.LENGTH, ("a",), minimal=True, smallest=True, needed=5, given=4),
    )


def test_a_bus_keeps_its_people_from_the_halls() -> None:
    bus = Place("bus", (Span(0, 10),), away=True)
    ride = Item("ride", 2, people=("ann",), places=("bus",))
    talk = Item("talk", 2, people=("ann",), places=("hall", "room"))

    assert told(Problem(DAYS, (*HALLS, bus), (ride, talk))) == {
        (Demand.PERSON_ONCE, ("ride", "talk"), "ann"),
        (Demand.ALLOWED, ("ride",), "bus"),
    }


def test_asked_to_stop_nothing_is_told() -> None:
    problem = Problem(DAYS, HALLS, (Item("a", 2, places=("attic",)),))

    assert explain(problem, LIMITS, stop=lambda: True) == ()
    assert told(problem) == {(Demand.ALLOWED, ("a",), "attic")}


def test_a_festival_whose_speaker_is_never_free_for_long_enough() -> None:
    problem = festival().problem
    busy = problem.items[20]
    people = tuple(
        replace(one, free=(Span(44, 46),)) if one.key == busy.people[0] else one
        for one in problem.people
    )

    found = explain(replace(problem, people=people), replace(LIMITS, seconds=6))

    assert [(one.demand, one.person) for one in found] == [(Demand.FREE, busy.people[0])]


@given(problems(most=2))
@settings(max_examples=15, deadline=None)
def test_no_set_of_demands_that_contradict_is_smaller(problem: Problem) -> None:
    pairs = {(row.first, row.then) for row in problem.sequences}
    assume(len(pairs) == len(problem.sequences))

    found = explain(problem, LIMITS)

    assert len(found) == fewest_contradicting(problem)
    assert contradict(problem, found) is bool(found)
    assert all(one.minimal and one.smallest for one in found)
