"""A passport goes into JSON and back, names what it lacks, and refuses what cannot stand."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rost.core.passport import (
    LONGEST,
    MOST_ROWS,
    WANTED,
    Fault,
    Money,
    Partner,
    Passport,
    Result,
    Why,
    dump,
    faults,
    load,
    missing,
    total,
)

SPRINGS = Passport(
    title="Родники – общее дело",
    territory="80601410",
    year=2019,
    local_issues=("131-14-19", "131-14-4"),
    national_project="2019-ecology",
    problem="Из семи родников чистых осталось два.",
    solution="Расчистили и обустроили пять.",
    steps=("Сход", "Расчистка", "Срубы"),
    resources="Трактор, 40 человек, шесть суббот",
    money=(Money("local", 12_000_050, "доски"), Money("residents", 4_000_000)),
    partners=(Partner("ngo", "Живая вода", "анализы воды"),),
    legal_acts="Правила благоустройства",
    results=(Result("родники с чистой водой", "2", "7", "шт."),),
    mistakes="Первый сруб поставили до анализа.",
    conditions="Нужен староста",
    contact="Ахметова Рамиля",
)
texts = st.text(max_size=30)
passports = st.builds(
    Passport,
    title=texts,
    territory=texts,
    year=st.none() | st.integers(1900, 2200),
    local_issues=st.lists(texts, max_size=3).map(tuple),
    steps=st.lists(texts, max_size=3).map(tuple),
    money=st.lists(st.builds(Money, texts, st.integers(), texts), max_size=3).map(tuple),
    partners=st.lists(st.builds(Partner, texts, texts, texts), max_size=3).map(tuple),
    results=st.lists(st.builds(Result, texts, texts, texts, texts), max_size=3).map(tuple),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
FIELDS = tuple(dump(Passport()))


@given(passports)
def test_what_is_stored_comes_back_the_same(passport: Passport) -> None:
    assert load(json.loads(json.dumps(dump(passport)))) == passport


@given(st.dictionaries(st.sampled_from(FIELDS), json_values))
def test_what_somebody_else_stored_is_read_as_far_as_it_goes(data: dict[str, object]) -> None:
    passport = load(data)

    assert load(dump(passport)) == passport


def test_an_older_form_without_some_keys_is_read() -> None:
    assert load({"title": "Родники", "money": [{"source": "local"}]}) == Passport(
        title="Родники", money=(Money("local", 0),)
    )


def test_a_full_passport_lacks_nothing_and_has_no_fault() -> None:
    assert missing(SPRINGS) == ()
    assert faults(SPRINGS) == ()
    assert total(SPRINGS) == 16_000_050


def test_an_empty_one_lacks_all_that_is_wanted_yet_stands() -> None:
    assert missing(Passport(problem="  \n ")) == WANTED
    assert faults(Passport()) == ()


@pytest.mark.parametrize(
    ("passport", "fault"),
    [
        (Passport(title="я" * 301), Fault("title", Why.TOO_LONG, most=301 - 1)),
        (
            Passport(problem="я" * (LONGEST["problem"] + 1)),
            Fault("problem", Why.TOO_LONG, most=LONGEST["problem"]),
        ),
        (
            Passport(steps=("шаг",) * 31),
            Fault("steps", Why.TOO_MANY, most=MOST_ROWS["steps"]),
        ),
        (Passport(steps=("да", "я" * 1001)), Fault("steps", Why.TOO_LONG, 1, 1000)),
        (Passport(money=(Money("local", -1),)), Fault("money", Why.NOT_IN_RANGE, 0)),
        (Passport(money=(Money("local", 10**13 + 1),)), Fault("money", Why.NOT_IN_RANGE, 0)),
        (Passport(money=(Money("bank", 1),)), Fault("money", Why.UNKNOWN, 0)),
        (Passport(partners=(Partner("friend", "Вера"),)), Fault("partners", Why.UNKNOWN, 0)),
        (Passport(results=(Result("я", unit="я" * 61),)), Fault("results", Why.TOO_LONG, 0, 60)),
        (Passport(year=1989), Fault("year", Why.NOT_IN_RANGE)),
        (Passport(territory="Уфа"), Fault("territory", Why.UNKNOWN)),
        (Passport(territory="٨٠٦٠١٤١٠"), Fault("territory", Why.UNKNOWN)),
        (Passport(local_issues=("131-14-9", "вода")), Fault("local_issues", Why.UNKNOWN, 1)),
    ],
)
def test_what_cannot_stand_is_named_with_its_row(passport: Passport, fault: Fault) -> None:
    assert faults(passport) == (fault,)
