"""The shipped register: 895 municipalities of the Republic, loaded in one go, repeated for free."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from rost.core.codes import check_oktmo
from rost.directory.actions.places import REGISTER_SOURCE, load_register, rename
from rost.directory.actions.places.register import register
from rost.directory.models import Kind, Municipality, Population
from rost.directory.queries.places import find_places, label_of

pytestmark = pytest.mark.django_db


def test_every_municipality_of_the_republic_is_loaded(now: datetime) -> None:
    counts = load_register(now=now)

    assert counts == {"created": 896, "changed": 0, "unchanged": 0, "populations": 896}
    of_kind = {
        kind: Municipality.objects.filter(kind=kind).count()
        for kind in (
            Kind.REGION,
            Kind.MUNICIPAL_DISTRICT,
            Kind.URBAN_OKRUG,
            Kind.URBAN_SETTLEMENT,
            Kind.RURAL_SETTLEMENT,
        )
    }
    assert of_kind == {
        Kind.REGION: 1,
        Kind.MUNICIPAL_DISTRICT: 54,
        Kind.URBAN_OKRUG: 9,
        Kind.URBAN_SETTLEMENT: 14,
        Kind.RURAL_SETTLEMENT: 818,
    }


def test_loading_again_changes_nothing_and_costs_little(
    now: datetime, django_assert_max_num_queries
) -> None:
    load_register(now=now)

    with django_assert_max_num_queries(4):
        counts = load_register(now=now)

    assert counts == {"created": 0, "changed": 0, "unchanged": 896, "populations": 0}


def test_the_whole_register_is_loaded_in_few_queries(
    now: datetime, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(100):  # in batches, not a row at a time
        counts = load_register(now=now)

    assert counts["created"] == 896


def test_the_districts_and_okrugs_add_up_to_the_census_of_2021(now: datetime) -> None:
    load_register(now=now)

    upper = Population.objects.filter(year=2021, municipality__in=Municipality.objects.upper())
    assert sum(upper.values_list("people", flat=True)) == 4_091_423
    assert Population.objects.get(municipality__code="80000000").people == 4_091_423
    assert set(Population.objects.values_list("source", flat=True)) == {
        "Всероссийская перепись населения 2021 г."
    }


def test_every_code_is_well_formed_and_hangs_under_its_district(now: datetime) -> None:
    load_register(now=now)

    wrong = [
        place.code
        for place in Municipality.objects.select_related("parent")
        if check_oktmo(place.code)
        or place.path != f"{place.parent.path if place.parent else '.'}{place.code}."
    ]
    assert wrong == []
    askarovo = Municipality.objects.get(code="80601410")
    assert askarovo.path == ".80000000.80601000.80601410."
    assert askarovo.district_code == "80601000"


def test_what_somebody_has_changed_since_is_left_alone(now: datetime) -> None:
    load_register(now=now)
    place = Municipality.objects.get(code="80601410")
    rename(place=place, name="Аскарово", on=date(2020, 1, 1), basis="закон № 1-з", now=now)

    counts = load_register(now=now)

    place.refresh_from_db()
    assert (counts["changed"], place.name, place.source) == (0, "Аскарово", "закон № 1-з")


def test_a_line_of_ours_that_was_spoiled_is_mended(now: datetime) -> None:
    load_register(now=now)
    Municipality.objects.filter(code="80601410").update(name="Аскаровскй сельсовет")

    counts = load_register(now=now)

    place = Municipality.objects.get(code="80601410")
    assert (counts["changed"], place.name, place.source) == (
        1,
        "Аскаровский сельсовет",
        REGISTER_SOURCE,
    )


def test_a_name_with_its_district_means_one_municipality() -> None:
    by_code = register()
    labels = [
        (entry.name, by_code[entry.parent_code].name)
        for entry in by_code.values()
        if entry.parent_code
    ]

    assert len(labels) == len(set(labels)) == 895


def test_people_find_a_place_whatever_keyboard_they_have(now: datetime) -> None:
    load_register(now=now)

    def found(text: str) -> list[str]:
        return [label_of(place) for place in find_places(text, day=date(2020, 2, 18))]

    assert found("Әбйәлил") == found("абйалил") == found("АБЙӘЛИЛ  районы")
    assert found("абйалил") == ["Абзелиловский район"]
    assert found("никольский нуриман") == ["Никольский сельсовет, Нуримановский район"]
    assert found("80 601 410") == ["Аскаровский сельсовет, Абзелиловский район"]
    assert found("  ") == []


def test_namesakes_are_told_apart_by_their_districts(now: datetime) -> None:
    load_register(now=now)

    labels = [label_of(place) for place in find_places("николаевский", day=date(2020, 2, 18))]

    assert len(labels) == len(set(labels)) == 6
    assert all(", " in label for label in labels)
