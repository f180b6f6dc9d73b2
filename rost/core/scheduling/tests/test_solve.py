"""The solver against enumeration: nothing better exists, nothing is broken, nothing is claimed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random

import pytest

from rost.core.scheduling import (
    Apart,
    Item,
    ItemCost,
    Limits,
    Measure,
    Person,
    Place,
    Placement,
    Plan,
    Problem,
    Scope,
    Sequence,
    Span,
    Status,
    Stretch,
    Track,
    TrackCost,
    objective,
    solve,
    verify,
)

LIMITS = Limits(seconds=20, seed=1)
MORNING, NOON = Stretch("morning", 0, 3), Stretch("noon", 5, 8)
HALLS = (Place("a"), Place("b"))


def every_plan(problem: Problem) -> Iterator[Plan]:
    choices = [
        [
            Placement(place.key, begins)
            for place in problem.places
            for stretch in problem.stretches
            for begins in range(stretch.begins, stretch.ends - item.ticks + 1)
        ]
        for item in problem.items
    ]
    for chosen in product(*choices):
        plan = dict(zip((item.key for item in problem.items), chosen, strict=True))
        if not verify(problem, plan):
            yield plan


def least(problem: Problem) -> int | None:
    return min((objective(problem, plan) for plan in every_plan(problem)), default=None)


def asked(seed: int) -> Problem:
    """Three sessions with people, hours, an order and wishes, all at random."""
    random = Random(seed)
    people = ("anna", "bulat", "vera")
    items = tuple(
        Item(
            f"i{number}",
            random.choice((1, 2)),
            track=random.choice(("", "t", "u")),
            people=tuple(random.sample(people, random.choice((0, 1, 2)))),
            places=random.choice(((), (), ("a",))),
            windows=random.choice(((), (), (Span(0, 3),), (Span(1, 7),))),
            order=random.choice((0, 1)),
            presenters=tuple(random.sample(people, 1)),
            attendees=tuple(random.sample(people, random.choice((0, 1)))),
        )
        for number in range(3)
    )
    return Problem(
        stretches=(MORNING, NOON),
        places=(HALLS[0], Place("b", (Span(0, 2), Span(5, 8)), away=random.random() < 0.4)),
        items=items,
        tracks=(Track("t", ("anna",)), Track("u", ("anna", "vera"))),
        people=(Person("anna", (Span(0, 8),), 2), Person("bulat", (Span(0, 2), Span(6, 8)))),
        sequences=random.choice(((), (Sequence("i0", "i1", random.choice((0, 2)), 4),))),
        apart=(
            Apart("i0", "i1", Measure.WISHES, 3),
            Apart("i1", "i2", Measure.WISHES, 2, Scope.STRETCH),
        ),
        item_costs=(
            ItemCost(Measure.SEATS, "i0", 2, place="a"),
            ItemCost(Measure.ITEM_TIME, "i1", 1, stretch="noon"),
            ItemCost(Measure.ITEM_TIME, "i2", 1, begins=0),
        ),
        track_costs=(TrackCost(Measure.TRACK_PLACE, 2, track="t", place="b"),),
        similar={("t", "u"): 2},
        weights={measure: random.choice((0, 1, 3)) for measure in Measure},
    )


def conference(seed: int) -> Problem:
    """Four talks of two tracks, as the public library asks."""
    random = Random(seed)
    people = ("anna", "bulat", "vera")
    items = tuple(
        Item(
            f"i{number}",
            random.choice((1, 1, 2)),
            track=random.choice(("t", "u")),
            order=random.choice((0, 0, 1, 2)),
            presenters=tuple(random.sample(people, 1)),
            attendees=tuple(random.sample(people, random.choice((0, 1)))),
        )
        for number in range(4)
    )
    return Problem(
        stretches=(Stretch("s1", 0, 2), Stretch("s2", 3, 5)),
        places=HALLS,
        items=items,
        tracks=(Track("t", ("anna",)), Track("u", ("vera",))),
        item_costs=(
            ItemCost(Measure.ITEM_STRETCH, "i0", 2, stretch="s1"),
            ItemCost(Measure.ITEM_PLACE, "i1", 1, place="b"),
        ),
        track_costs=(
            TrackCost(Measure.TRACK_STRETCH, 1, track="u", stretch="s2"),
            TrackCost(Measure.STRETCH_PLACE, 1, stretch="s1", place="a"),
        ),
        similar={("t", "u"): 2},
        weights={measure: random.choice((0, 1, 3)) for measure in Measure},
        one_track=True,
    )


@pytest.mark.parametrize("seed", range(14))
def test_nothing_is_better_than_what_is_called_the_best(seed: int) -> None:
    problem = asked(seed)

    solution = solve(problem, LIMITS)

    best = least(problem)
    if best is None:
        assert solution.status is Status.IMPOSSIBLE
        assert solution.plan == {}
    else:
        assert solution.status is Status.OPTIMAL
        assert verify(problem, solution.plan) == ()
        assert (solution.objective, solution.bound) == (best, best)
        assert objective(problem, solution.plan) == best


@pytest.mark.parametrize("seed", range(6))
def test_a_conference_by_cells_is_as_good_as_enumeration(seed: int) -> None:
    problem = conference(seed)

    solution = solve(problem, LIMITS)

    best = least(problem)
    if best is None:
        assert solution.status is Status.IMPOSSIBLE
    else:
        assert verify(problem, solution.plan) == ()
        assert solution.objective == objective(problem, solution.plan) == best
        assert solution.bound is not None
        assert solution.bound <= best


@pytest.mark.parametrize("seed", range(8))
def test_replanning_moves_as_few_as_enumeration(seed: int) -> None:
    problem = asked(seed)
    random = Random(seed)
    before = {
        item.key: Placement(random.choice(("a", "b", "closed")), random.choice((0, 1, 5, 6)))
        for item in problem.items
    }
    problem = replace(problem, before=before)

    solution = solve(problem, LIMITS)

    plans = list(every_plan(problem))
    if not plans:
        assert solution.status is Status.IMPOSSIBLE
        return
    moves = [sum(plan[key] != before[key] for key in before) for plan in plans]
    fewest = min(moves)
    least_of_these = min(
        objective(problem, plan)
        for plan, moved in zip(plans, moves, strict=True)
        if moved == fewest
    )
    assert (solution.moved, solution.moved_bound) == (fewest, fewest)
    assert solution.objective == least_of_these
    assert verify(problem, solution.plan) == ()


def test_a_hint_that_is_the_best_is_kept() -> None:
    problem = Problem((MORNING,), HALLS, (Item("x", 1), Item("y", 1)), weights={Measure.WISHES: 1})
    hint = {"x": Placement("b", 2), "y": Placement("a", 1)}

    assert solve(problem, LIMITS, hint=hint).plan == hint


def test_the_same_input_and_seed_give_the_same_plan() -> None:
    from rost.core.scheduling.tests import forums

    problem = forums.make(forums.Size(26, 4, 4, (2, 3), 12, 4, ((36, 52), (56, 76))), 3).problem
    limits = Limits(seconds=60, seed=7, workers=1, work=0.1)

    one, other = solve(problem, limits), solve(problem, limits)

    assert one.plan == other.plan
    assert (one.objective, one.bound) == (other.objective, other.bound)
    assert verify(problem, one.plan) == ()


def test_stop_keeps_the_best_so_far_and_everything_better_was_told() -> None:
    from rost.core.scheduling.tests import forums

    problem = forums.festival().problem
    told: list[int] = []

    solution = solve(
        problem,
        Limits(seconds=60, seed=1),
        on_better=lambda plan, value, bound, seconds: told.append(value),
        stop=lambda: bool(told),
    )

    assert solution.status is Status.FEASIBLE
    assert told == sorted(told, reverse=True)
    assert solution.objective == told[-1]
    assert verify(problem, solution.plan) == ()


def test_stopped_before_anything_was_found_nothing_is_claimed() -> None:
    problem = Problem((MORNING,), HALLS, (Item("x", 1),))

    solution = solve(problem, LIMITS, stop=lambda: True)

    assert (solution.status, solution.plan) == (Status.UNKNOWN, {})


def test_two_long_sessions_of_one_person_in_one_morning_are_impossible() -> None:
    items = tuple(Item(key, 2, people=("anna",)) for key in ("x", "y"))

    solution = solve(Problem((MORNING,), HALLS, items), LIMITS)

    assert (solution.status, solution.plan, solution.objective) == (Status.IMPOSSIBLE, {}, None)


def test_who_rides_away_is_busy_until_the_bus_returns_but_not_for_its_other_stops() -> None:
    bus = Place("bus", (Span(0, 8),), away=True)
    items = (
        Item("stop 1", 1, people=("anna",), places=("bus",)),
        Item("stop 2", 1, people=("anna",), places=("bus",)),
    )
    talk = Item("talk", 1, people=("anna",), places=("a",))
    problem = Problem((MORNING, NOON), (*HALLS, bus), items)

    assert solve(problem, LIMITS).status is Status.OPTIMAL
    assert solve(replace(problem, items=(*items, talk)), LIMITS).status is Status.IMPOSSIBLE


def test_a_speaker_who_drops_out_moves_only_their_own_session() -> None:
    from rost.core.scheduling.tests import forums

    forum = forums.festival()
    key = next(item.key for item in forum.problem.items if item.people and len(item.places) > 1)
    item = next(item for item in forum.problem.items if item.key == key)
    begins = forum.plan[key].begins
    gone = Person(item.people[0], (Span(0, begins), Span(begins + item.ticks, 1000)))
    people = tuple(gone if one.key == gone.key else one for one in forum.problem.people)
    problem = replace(forum.problem, people=people, before=forum.plan)

    solution = solve(problem, Limits(seconds=20, seed=1, work=0.1))

    assert (solution.moved, solution.moved_bound) == (1, 1)
    assert verify(problem, solution.plan) == ()
