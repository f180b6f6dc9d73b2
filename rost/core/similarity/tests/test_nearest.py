"""Peers: cases counted by hand, what must hold for any places, and the same by scipy and numpy."""

from __future__ import annotations

import random
from collections.abc import Sequence
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import cdist
from scipy.stats import iqr

from rost.core.similarity import (
    Factor,
    Peer,
    Scale,
    Shape,
    Spot,
    balanced,
    great_circle,
    nearest,
    scales,
    verify,
)

AGE = Factor("age", "people")
PEOPLE = Factor("people", "people", Shape.LOG)
REVENUE = Factor("revenue", "money", Shape.PER_HEAD)
GAS = Factor("gas", "utilities", Shape.YES_NO)
FACTORS = (AGE, PEOPLE, REVENUE, GAS)
NORMAL = 1.3489795003921634


def spots(code: str, figures: Sequence[float | None]) -> list[Spot]:
    return [
        Spot(f"{number}", {} if figure is None else {code: figure})
        for number, figure in enumerate(figures)
    ]


def brief(peers: Sequence[Peer]) -> list[tuple[str, float]]:
    return [(one.code, round(one.distance, 6)) for one in peers]


def test_a_level_by_hand() -> None:
    # Of 1 2 3 4 5 the quartiles are 2 and 4: a step of 1 is 1.349 / 2 = 0.674 spreads, of 3 at most
    places = spots("age", [1, 2, 3, 4, 5])

    found = nearest(places, [AGE], "0", 4)

    step = NORMAL / 2 / 3
    assert brief(found) == [(f"{n}", round(min(1.0, n * step), 6)) for n in (1, 2, 3, 4)]
    assert scales(places, [AGE])["age"] == Scale(3.0, 2 / NORMAL, 0.0, 5)


def test_zero_under_a_logarithm_is_half_of_the_least_figure() -> None:
    places = spots("people", [0, 4, 8, 16, None])

    scale = scales(places, [PEOPLE])["people"]

    assert (scale.floor, scale.known) == (2.0, 4)
    assert scale.centre == pytest.approx((log(4) + log(8)) / 2)


def test_per_head_needs_residents() -> None:
    places = [
        Spot("a", {"revenue": 100}, people=10),
        Spot("b", {"revenue": 200}, people=20),
        Spot("c", {"revenue": 900}, people=30),
        Spot("d", {"revenue": 100}),
    ]

    (first, second) = nearest(places, [REVENUE], "a")

    assert (first.code, first.distance, second.code) == ("b", 0.0, "c")
    assert [(one.mine, one.theirs) for one in second.parts] == [(10.0, 30.0)]


def test_what_most_places_share_still_counts_and_what_all_share_does_not() -> None:
    most = spots("age", [7, 7, 7, 7, 7, 7, 7, 9])
    everybody = spots("age", [7, 7, 7])

    assert scales(most, [AGE])["age"].spread == pytest.approx(2 / 8 * 1.2533141373155001)
    assert nearest(most, [AGE], "0", 7)[-1].code == "7"
    assert nearest(everybody, [AGE], "0") == ()


def test_only_what_is_known_of_both_counts_and_half_of_the_weight_must_be() -> None:
    places = [
        Spot("a", {"age": 30, "gas": 1}),
        Spot("b", {"age": 30, "gas": 0}),
        Spot("c", {"gas": 1}),
        Spot("d", {"age": 50}),
        Spot("e", {}),
    ]
    heavy = Factor("age", "people", weight=3.0)

    found = nearest(places, [heavy, GAS], "a")

    assert [(one.code, one.known) for one in found] == [("b", 1.0), ("d", 0.75)]
    assert found[0].distance == 0.25  # one of four parts of weight differs wholly
    assert found[1].distance == pytest.approx(20 / (10 / NORMAL) / 3)  # quartiles 30 and 40
    assert [one.share for one in found[0].parts] == [0.0, 1.0]


def test_a_dropped_factor_and_a_weight_change_who_is_near() -> None:
    places = [
        Spot("a", {"age": 30, "gas": 1}),
        Spot("b", {"age": 31, "gas": 0}),
        Spot("c", {"age": 40, "gas": 1}),
        Spot("d", {"age": 20, "gas": 0}),
    ]

    with_gas = nearest(places, [AGE, Factor("gas", "utilities", Shape.YES_NO, 5.0)], "a", 1)
    without = nearest(places, [AGE, Factor("gas", "utilities", Shape.YES_NO, 0.0)], "a", 1)

    assert (with_gas[0].code, without[0].code) == ("c", "b")


def test_themes_weigh_as_told_however_many_factors_each_has() -> None:
    weighed = balanced(FACTORS, FACTORS, {"people": 2.0, "money": 0.0})
    dropped = balanced([Factor("age", "people", weight=0.0), PEOPLE], FACTORS)

    assert [one.weight for one in weighed] == [1.0, 1.0, 0.0, 1.0]
    assert [one.weight for one in dropped] == [0.0, 0.5]


def test_equally_near_places_stand_by_code() -> None:
    places = [Spot(code, {"age": age}) for code, age in zip("dbcae", (1, 1, 1, 1, 9), strict=True)]

    assert [one.code for one in nearest(places, [AGE], "c")] == ["a", "b", "d", "e"]


def test_kilometres_over_the_ground() -> None:
    ufa, sibay = (54.735, 55.958), (52.718, 58.666)

    assert round(great_circle(ufa, sibay)) == 286
    assert great_circle((0, 0), (0, 180)) == pytest.approx(20015.1, abs=0.1)  # half the equator
    by_nearness = nearest(
        [
            Spot("a", latitude=54.7, longitude=56.0),
            Spot("b", latitude=54.9, longitude=56.0),
            Spot("c", latitude=52.7, longitude=58.7),
            Spot("d"),
        ],
        [Factor("nearby", "distance", Shape.NEARBY)],
        "a",
    )
    assert [(one.code, one.distance < 1) for one in by_nearness] == [("b", True), ("c", False)]


figure = st.one_of(st.none(), st.floats(1e-6, 1e6), st.sampled_from([0.0, 1.0, 7.0]))
place = st.fixed_dictionaries({one.code: figure for one in FACTORS})


@st.composite
def some_places(draw: st.DrawFn) -> list[Spot]:
    rows = draw(st.lists(place, min_size=2, max_size=12))
    people = draw(st.lists(st.sampled_from([None, 10.0, 1000.0]), min_size=12, max_size=12))
    return [
        Spot(f"{n:02}", {k: v for k, v in row.items() if v is not None}, people=people[n])
        for n, row in enumerate(rows)
    ]


@given(some_places(), st.randoms(use_true_random=False))
def test_symmetric_stable_and_confirmed_from_scratch(
    places: list[Spot], chance: random.Random
) -> None:
    shuffled, factors = list(places), list(FACTORS)
    chance.shuffle(shuffled)
    chance.shuffle(factors)

    mine = {one.code: nearest(places, FACTORS, one.code, 12) for one in places}

    for code, peers in mine.items():
        assert verify(places, FACTORS, code, peers, 12) == ()
        assert brief(nearest(shuffled, factors, code, 12)) == brief(peers)
        for one in peers:
            assert dict(brief(mine[one.code]))[code] == round(one.distance, 6)


@given(some_places(), st.sampled_from([1e-3, 100.0, 1000.0]))
def test_units_make_no_difference_under_a_logarithm(places: list[Spot], unit: float) -> None:
    factors = (PEOPLE, REVENUE)
    other = [
        Spot(one.code, {code: value * unit for code, value in one.values.items()}, one.people)
        for one in places
    ]

    for one in places:
        told, again = (nearest(rows, factors, one.code, 12) for rows in (places, other))
        assert {p.code: p.distance for p in told} == pytest.approx(
            {p.code: p.distance for p in again}, abs=1e-6
        )


def test_the_same_by_scipy_and_numpy() -> None:
    chance = random.Random(20)
    places = [
        Spot(
            f"{n:03}",
            {
                code: value
                for code, value in (
                    ("age", chance.gauss(40, 5)),
                    ("people", chance.lognormvariate(7, 1)),
                    ("revenue", chance.lognormvariate(8, 1)),
                    ("gas", float(chance.random() < 0.7)),
                )
                if chance.random() < 0.8
            },
            people=chance.lognormvariate(7, 1),
        )
        for n in range(200)
    ]
    table = np.array([[one.values.get(f.code, np.nan) for f in FACTORS] for one in places])
    table[:, 1] = np.log(table[:, 1])
    table[:, 2] = np.log(table[:, 2] / np.array([one.people for one in places]))
    unit = np.append(iqr(table[:, :3], axis=0, nan_policy="omit") / NORMAL * 3, 1.0)
    known = ~np.isnan(table)

    apart = np.zeros((200, 200))
    for column in range(4):
        one = table[:, [column]] / unit[column]
        gaps = np.minimum(cdist(one, one, "cityblock"), 1.0)
        apart += np.where(np.isnan(gaps), 0.0, gaps)
    shared = known.astype(float) @ known.T.astype(float)
    with np.errstate(invalid="ignore"):
        expected = np.where(shared >= 2, apart / shared, np.inf)
    np.fill_diagonal(expected, np.inf)

    for row in range(0, 200, 10):
        found = nearest(places, FACTORS, f"{row:03}", 15)
        if not known[row].any():
            continue
        best = sorted(range(200), key=lambda n: (round(expected[row, n], 9), n))
        best = [n for n in best if np.isfinite(expected[row, n])][:15]
        assert [int(one.code) for one in found] == best
        assert [one.distance for one in found] == pytest.approx(expected[row, best], abs=1e-8)


def test_verify_sees_a_wrong_answer() -> None:
    places = spots("age", [1, 2, 3, 4, 5])
    right = nearest(places, [AGE], "0", 2)

    assert verify(places, [AGE], "0", right, 2) == ()
    assert verify(places, [AGE], "0", right[::-1], 2) == (
        "the order is not by distance, then code",
    )
    assert verify(places, [AGE], "0", (right[0], nearest(places, [AGE], "0", 3)[2]), 2) == (
        "2 is nearer and left out",
    )
