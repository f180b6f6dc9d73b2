"""Every measure by hand, equal to what CoSPLib's definitions give where it has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rost.core.scheduling.measures import measure, objective
from rost.core.scheduling.model import (
    Apart,
    Item,
    ItemCost,
    Measure,
    Person,
    Place,
    Placement,
    Plan,
    Problem,
    Scope,
    Span,
    Stretch,
    Tally,
    Track,
    TrackCost,
)

STRETCHES = (Stretch("s0", 0, 4), Stretch("s1", 4, 8), Stretch("s2", 10, 14, day=1))
PLACES = (Place("p0"), Place("p1"), Place("bus", (Span(4, 8),), away=True))


def problem(*items: Item, **more: object) -> Problem:
    return replace(Problem(STRETCHES, PLACES, items), **more)  # type: ignore[arg-type]


def plan(**where: tuple[str, int]) -> Mapping[str, Placement]:
    return {key: Placement(*one) for key, one in where.items()}


def tally(one: Measure, asked: Problem, planned: Plan) -> Tally:
    return next(tally for tally in measure(asked, planned) if tally.measure is one)


def number(one: Measure, asked: Problem, planned: Plan) -> int:
    return tally(one, asked, planned).number


def test_every_measure_is_told_and_an_empty_plan_costs_nothing() -> None:
    told = measure(problem(Item("a", 1)), {})

    assert [one.measure for one in told] == list(Measure)
    assert {one.number for one in told} == {0}


def test_the_objective_is_the_sum_of_weight_times_number() -> None:
    weights = {Measure.SEATS: 10, Measure.ITEM_TIME: 3}
    costs = (ItemCost(Measure.SEATS, "a", 2), ItemCost(Measure.ITEM_TIME, "a", 5))
    asked = problem(
        Item("a", 1), weights=weights, item_costs=(*costs, ItemCost(Measure.ITEM_PLACE, "a", 9))
    )

    assert objective(asked, plan(a=("p0", 0))) == 35
    assert tally(Measure.SEATS, asked, plan(a=("p0", 0))) == Tally(
        Measure.SEATS, 2, 10, ((("a", "p0"), 2),)
    )


def test_costs_of_an_item_are_counted_where_they_say() -> None:
    cost = ItemCost(Measure.ITEM_TIME, "a", 1)
    rows = (
        cost,
        replace(cost, cost=2, stretch="s0"),
        replace(cost, cost=4, place="p1"),
        replace(cost, cost=8, stretch="s0", place="p1"),
        replace(cost, cost=16, begins=1),
    )
    asked = problem(Item("a", 1), item_costs=rows)

    assert number(Measure.ITEM_TIME, asked, plan(a=("p0", 0))) == 1 + 2
    assert number(Measure.ITEM_TIME, asked, plan(a=("p1", 1))) == 1 + 2 + 4 + 8 + 16
    assert number(Measure.ITEM_TIME, asked, plan(a=("p1", 4))) == 1 + 4


def test_pairs_apart_by_tick_and_by_stretch() -> None:
    rows = (
        Apart("a", "b", Measure.WISHES, 7),
        Apart("a", "b", Measure.WISHES, 100, Scope.STRETCH),
    )
    asked = problem(Item("a", 2), Item("b", 2), apart=rows)

    assert number(Measure.WISHES, asked, plan(a=("p0", 0), b=("p1", 1))) == 107
    assert number(Measure.WISHES, asked, plan(a=("p0", 0), b=("p1", 2))) == 100
    assert number(Measure.WISHES, asked, plan(a=("p0", 0), b=("p0", 2))) == 0
    assert number(Measure.WISHES, asked, plan(a=("p0", 0), b=("p1", 4))) == 0


def test_a_used_combination_of_stretch_place_and_track_costs_once() -> None:
    rows = (
        TrackCost(Measure.TRACK_STRETCH, 2, track="x", stretch="s0"),
        TrackCost(Measure.TRACK_PLACE, 3, track="x", place="p0"),
        TrackCost(Measure.STRETCH_PLACE, 5, stretch="s0", place="p0"),
    )
    items = (Item("a", 1, "x"), Item("b", 1, "x"), Item("c", 1, "y"), Item("d", 1))
    asked = problem(*items, track_costs=rows)
    planned = plan(a=("p0", 0), b=("p0", 1), c=("p1", 0), d=("p0", 4))

    assert number(Measure.TRACK_STRETCH, asked, planned) == 2
    assert number(Measure.TRACK_PLACE, asked, planned) == 3
    assert number(Measure.STRETCH_PLACE, asked, planned) == 5


def test_similar_tracks_in_two_places_of_one_stretch() -> None:
    items = (Item("a", 1, "x"), Item("b", 1, "y"), Item("c", 1, "y"))
    asked = problem(*items, similar={("y", "x"): 3})

    assert tally(
        Measure.SIMILAR_TRACKS, asked, plan(a=("p0", 0), b=("p1", 3), c=("p0", 4))
    ) == Tally(Measure.SIMILAR_TRACKS, 3, 0, ((("x", "y", "s0"), 3),))


def test_tracks_in_many_places_at_once_and_not_in_a_row() -> None:
    asked = problem(Item("a", 1, "x"), Item("b", 1, "x"), Item("c", 1, "x"))
    spread = plan(a=("p0", 0), b=("p1", 0), c=("p0", 10))

    assert number(Measure.PLACES_PER_TRACK, asked, spread) == 1
    assert number(Measure.PARALLEL_TRACK, asked, spread) == 1
    assert number(Measure.TRACK_IN_A_ROW, asked, spread) == 1
    in_a_row = plan(a=("p0", 0), b=("p0", 1), c=("p0", 4))
    assert number(Measure.PLACES_PER_TRACK, asked, in_a_row) == 0
    assert number(Measure.PARALLEL_TRACK, asked, in_a_row) == 0
    assert number(Measure.TRACK_IN_A_ROW, asked, in_a_row) == 0


def test_order_goes_by_stretch_then_place_then_time() -> None:
    asked = problem(
        Item("a", 2, "x", order=1), Item("b", 2, "x", order=2), Item("c", 1, "x"), Item("d", 1)
    )

    assert number(Measure.ORDER, asked, plan(a=("p0", 0), b=("p0", 2), c=("p0", 4))) == 0
    # c comes first, so both are one place late
    assert number(Measure.ORDER, asked, plan(c=("p0", 0), a=("p0", 1), b=("p1", 0))) == 2 + 1
    # b, in the first place, comes before a; they share two ticks
    assert number(Measure.ORDER, asked, plan(b=("p0", 0), a=("p1", 0))) == 2 + 2


def test_presenters_in_two_places_of_one_stretch() -> None:
    tracks = (Track("x", chairs=("ann",)), Track("y"))
    ann, ben = Item("a", 2, "y", presenters=("ann",)), Item("b", 2, "y", presenters=("ben",))
    asked = problem(ann, ben, replace(ann, key="c"), Item("d", 1, "x"), tracks=tracks)

    assert number(Measure.PRESENTERS, asked, plan(a=("p0", 0), b=("p1", 0))) == 0
    assert number(Measure.PRESENTERS, asked, plan(a=("p0", 0), c=("p1", 2))) == 1
    assert number(Measure.PRESENTERS_AT_ONCE, asked, plan(a=("p0", 0), c=("p1", 2))) == 0
    assert number(Measure.PRESENTERS_AT_ONCE, asked, plan(a=("p0", 0), c=("p1", 0))) == 2
    assert number(Measure.PRESENTERS, asked, plan(a=("p0", 0), c=("p0", 2))) == 0
    # the chair of a parallel track presents
    assert number(Measure.PRESENTERS, asked, plan(a=("p0", 0), d=("p1", 3))) == 1


def test_attendees_miss_what_others_attend_present_or_chair() -> None:
    tracks = (Track("x"), Track("y", chairs=("eve",)))
    asked = problem(
        Item("a", 2, "x", attendees=("ann", "eve")),
        Item("b", 1, "x", attendees=("ann",)),
        Item("c", 1, "x", presenters=("ann",)),
        Item("d", 1, "y"),
        Item("e", 1, "x"),
        tracks=tracks,
    )

    for other in "bcd":
        assert number(Measure.ATTENDEES, asked, plan(a=("p0", 0), **{other: ("p1", 3)})) == 1
        assert (
            number(Measure.ATTENDEES_AT_ONCE, asked, plan(a=("p0", 0), **{other: ("p1", 1)})) == 1
        )
    assert number(Measure.ATTENDEES, asked, plan(a=("p0", 0), e=("p1", 0))) == 0


def test_a_chair_of_two_parallel_tracks() -> None:
    tracks = (Track("x", ("ann", "ben")), Track("y", ("ben",)))
    asked = problem(Item("a", 1, "x"), Item("b", 1, "y"), Item("c", 1, "y"), tracks=tracks)

    assert number(Measure.CHAIRS, asked, plan(a=("p0", 0), b=("p1", 3), c=("p1", 2))) == 1
    assert number(Measure.CHAIRS, asked, plan(a=("p0", 0), b=("p1", 4))) == 0


def test_long_days_count_rides_and_only_what_is_beyond() -> None:
    asked = problem(
        *(Item(key, 1, people=("ann",)) for key in "abc"), people=(Person("ann", longest_day=3),)
    )

    assert number(Measure.LONG_DAYS, asked, plan(a=("p0", 0), b=("p0", 5), c=("p0", 12))) == 3
    assert number(Measure.LONG_DAYS, asked, plan(a=("p0", 3), b=("bus", 4))) == 8 - 3 - 3
    assert tally(Measure.LONG_DAYS, asked, plan(a=("p0", 0), b=("p0", 3))).causes == (
        (("ann", "0"), 1),
    )


def test_moved_is_whatever_does_not_stand_where_it_stood() -> None:
    before = {key: Placement("p0", at) for at, key in enumerate("abcz")}
    asked = problem(*(Item(key, 1) for key in "abcd"), before=before)

    moved = tally(Measure.MOVED, asked, plan(a=("p0", 0), b=("p1", 1), d=("p0", 3)))
    assert moved == Tally(Measure.MOVED, 2, 0, ((("b",), 1), (("c",), 1)))
