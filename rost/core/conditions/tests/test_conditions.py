"""Conditions go into JSON and back, say what cannot stand, and answer met, missing or unknown."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rost.core.conditions import (
    Condition,
    Conditions,
    Fault,
    Need,
    Place,
    Standing,
    Variant,
    Why,
    check,
    dump,
    faults,
    load,
    positions,
    verify,
)

MET, MISSING, UNKNOWN = Standing.MET, Standing.MISSING, Standing.UNKNOWN
LIGHTS = Conditions(
    needs=(
        Condition(Need.PEOPLE, least=500, most=3000),
        Condition(Need.MONEY, least=40_000_000),
        Condition(Need.POWER, code="131-14-19"),
        Condition(Need.PARTNER, code="residents", what="выйти на субботник", essential=False),
    ),
    variants=(
        Variant("Новые столбы", 90_000_000),
        Variant("Фонари на старых столбах", 30_000_000),
        Variant("Фонари от солнца", 20_000_000, instead=(Condition(Need.STAFF, least=2),)),
    ),
)
VILLAGE = Place(people=1050, kopecks=35_000_000, issues=frozenset({"131-14-19"}))

names = st.text(max_size=5)
figures = st.none() | st.integers(0, 4)
needs = st.builds(
    Condition,
    need=st.sampled_from(Need),
    least=figures,
    most=figures,
    code=st.sampled_from(("", "ngo", "131-14-1")),
    what=names,
    essential=st.booleans(),
)
several = st.lists(needs, max_size=4).map(tuple)
conditions_of_all_kinds = st.builds(
    Conditions,
    several,
    st.lists(st.builds(Variant, names, st.integers(0, 4), names, several), max_size=3).map(tuple),
)
places = st.builds(
    Place,
    people=figures,
    kopecks=figures,
    staff=figures,
    months=figures,
    issues=st.none() | st.sampled_from((frozenset[str](), frozenset({"131-14-1"}))),
    perhaps=st.sampled_from((frozenset[str](), frozenset({"131-14-1"}))),
    partners=st.sampled_from((frozenset[str](), frozenset({"ngo"}))),
    answers=st.dictionaries(st.integers(0, 6), st.booleans(), max_size=4),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(("need", "people", "", "land")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("needs", "variants", "need", "least", "name")), inner, max_size=3
        )
    ),
)


def standings(conditions: Conditions, place: Place) -> list[Standing]:
    return [one.standing for one in check(conditions, place).findings]


@given(conditions_of_all_kinds)
def test_stored_conditions_come_back_as_they_were(conditions: Conditions) -> None:
    assert load(json.loads(json.dumps(dump(conditions)))) == conditions


@given(json_values)
def test_whatever_was_stored_is_read_and_reads_the_same_again(value: object) -> None:
    assert load(dump(load(value))) == load(value)


def test_faults_name_the_row_and_the_reason() -> None:
    bad = Conditions(
        needs=(
            Condition(Need.PEOPLE, least=900, most=500),
            Condition(Need.POWER, code="131-14-99"),
            Condition(Need.LAND),
            Condition(Need.PARTNER, code="friends"),
            Condition(Need.TERM, least=0),
        ),
        variants=(Variant(" ", -1, instead=(Condition(Need.STAFF),)),),
    )

    assert faults(bad, issues={"131-14-19"}) == (
        Fault("needs.most", Why.CONTRADICTS, 0),
        Fault("needs.code", Why.UNKNOWN, 1),
        Fault("needs.what", Why.EMPTY, 2),
        Fault("needs.code", Why.UNKNOWN, 3),
        Fault("needs.least", Why.NOT_IN_RANGE, 4, 240),
        Fault("variants.name", Why.EMPTY, 0),
        Fault("variants.kopecks", Why.NOT_IN_RANGE, 0, 10**13),
        Fault("instead.least", Why.EMPTY, 0, None, 0),
    )
    assert faults(LIGHTS, issues={"131-14-19"}) == ()


def test_the_cheapest_way_that_lacks_nothing_is_named() -> None:
    nobody_to_work = Place(people=1050, kopecks=35_000_000, issues=VILLAGE.issues, staff=1)

    assert check(LIGHTS, VILLAGE).variant == 2
    assert check(LIGHTS, nobody_to_work).variant == 1
    assert check(LIGHTS, nobody_to_work).standing is MET


def test_where_every_way_lacks_something_the_nearest_is_named() -> None:
    far_from_it = Place(people=100, kopecks=100, staff=1, issues=VILLAGE.issues)

    verdict = check(LIGHTS, far_from_it)

    assert (verdict.variant, verdict.standing) == (1, MISSING)


def test_own_money_needed_is_never_more_than_the_whole_variant_costs() -> None:
    money = check(LIGHTS, Place()).findings[1]

    assert money.condition.least == 20_000_000


@pytest.mark.parametrize(
    ("need", "place", "expected"),
    [
        (Condition(Need.PEOPLE, least=500), Place(people=500), MET),
        (Condition(Need.PEOPLE, least=500), Place(people=499), MISSING),
        (Condition(Need.PEOPLE, most=500), Place(people=501), MISSING),
        (Condition(Need.PEOPLE, least=500), Place(), UNKNOWN),
        (Condition(Need.PEOPLE, least=500), Place(answers={0: True}), MET),
        (Condition(Need.STAFF, least=2), Place(staff=1, answers={0: True}), MISSING),
        (Condition(Need.POWER, code="131-14-1"), Place(), UNKNOWN),
        (Condition(Need.POWER, code="131-14-1"), Place(issues=frozenset()), MISSING),
        (
            Condition(Need.POWER, code="131-14-5"),
            Place(issues=frozenset(), perhaps=frozenset({"131-14-5"})),
            UNKNOWN,
        ),
        (Condition(Need.LAND, what="участок"), Place(answers={0: False}), MISSING),
        (Condition(Need.PARTNER, code="ngo"), Place(partners=frozenset({"ngo"})), MET),
        (
            Condition(Need.PARTNER, code="ngo"),
            Place(partners=frozenset({"ngo"}), answers={0: False}),
            MISSING,
        ),
    ],
)
def test_the_truth_table(need: Condition, place: Place, expected: Standing) -> None:
    assert standings(Conditions((need,)), place) == [expected]


def test_the_whole_answer_over_every_pair_of_standings() -> None:
    """Missing outweighs unknown, unknown outweighs met; what only helps counts for nothing."""
    said = {MET: True, MISSING: False, UNKNOWN: None}
    for first, second, helps in itertools.product(Standing, Standing, Standing):
        answers = {n: said[one] for n, one in enumerate((first, second, helps))}
        place = Place(answers={n: yes for n, yes in answers.items() if yes is not None})
        lands = (Condition(Need.LAND, what="а"), Condition(Need.LAND, what="б"))
        extra = Condition(Need.LAND, what="в", essential=False)

        verdict = check(Conditions((*lands, extra)), place)

        order = [MET, UNKNOWN, MISSING]
        assert verdict.standing == max(first, second, key=order.index)


@given(conditions_of_all_kinds, places)
def test_an_independent_look_finds_nothing_wrong(conditions: Conditions, place: Place) -> None:
    assert verify(conditions, place, check(conditions, place)) == ()


@given(conditions_of_all_kinds, places)
def test_knowing_more_never_makes_a_known_answer_unknown(
    conditions: Conditions, place: Place
) -> None:
    everything = dict.fromkeys(range(len(positions(conditions))), True)
    knowing = Place(
        people=place.people,
        kopecks=place.kopecks,
        staff=place.staff,
        months=place.months,
        issues=place.issues,
        perhaps=place.perhaps,
        partners=place.partners,
        answers={**everything, **place.answers},
    )

    told = {one.position: one.standing for one in check(conditions, place).findings}
    now = {one.position: one.standing for one in check(conditions, knowing).findings}

    assert UNKNOWN not in now.values()
    assert all(now[n] == told[n] for n in told.keys() & now.keys() if told[n] is not UNKNOWN)


def test_a_wrong_verdict_is_found_out() -> None:
    honest = check(LIGHTS, VILLAGE)

    assert verify(LIGHTS, Place(people=100), honest) != ()
