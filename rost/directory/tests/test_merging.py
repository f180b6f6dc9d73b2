"""Municipalities become others: what goes on, what stays with history, what is refused."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from rost.core.language import fold, sort_key
from rost.directory.actions.organisations import add_organisation
from rost.directory.actions.places import (
    Carried,
    NameUnchanged,
    PlaceCodeWrong,
    PlaceEnded,
    PlacesLoop,
    PredecessorMissing,
    SuccessionBasisMissing,
    change_status,
    merge,
    rename,
)
from rost.directory.actions.posts import give_post
from rost.directory.actions.roles import grant_role
from rost.directory.models import (
    FormerName,
    Kind,
    Municipality,
    Person,
    Post,
    Role,
    RoleName,
    ScopeKind,
    Succession,
    SuccessionKind,
)
from rost.directory.queries.places import find_places, merge_forecast

pytestmark = pytest.mark.django_db

NEW_YEAR = date(2020, 1, 1)
EVE = date(2019, 12, 31)
LAW = "закон Республики № 1-з от 20.11.2019"


@pytest.fixture
def united(cast) -> Municipality:
    """An empty settlement of the same district, in force from the new year."""
    return Municipality.objects.create(
        code="80601499",
        kind=Kind.RURAL_SETTLEMENT,
        name="Объединённый сельсовет",
        parent=cast.district,
        path=f"{cast.district.path}80601499.",
        valid_from=NEW_YEAR,
        search_name=fold("Объединённый сельсовет"),
        sort_key=sort_key("Объединённый сельсовет"),
    )


def merged(
    *predecessors: Municipality, into: Municipality, now: datetime, **changes: Any
) -> Carried:
    told = {"on": NEW_YEAR, "basis": LAW, "now": now} | changes
    return merge(predecessors=predecessors, successor=into, **told)


def test_predecessors_end_the_day_before_and_the_law_is_kept(cast, united, now) -> None:
    merged(cast.askarovo, cast.almukhametovo, into=united, now=now)

    ended = Municipality.objects.filter(code__in=["80601410", "80601404"])
    assert set(ended.values_list("valid_to", flat=True)) == {EVE}
    kept = Succession.objects.values_list("predecessor__code", "successor__code", "kind", "basis")
    assert set(kept) == {
        ("80601410", "80601499", SuccessionKind.MERGE, LAW),
        ("80601404", "80601499", SuccessionKind.MERGE, LAW),
    }


def test_people_and_organisations_go_on_in_the_successor(cast, united, now) -> None:
    club = add_organisation(kind="ngo", name="Клуб «Урал»", municipality=cast.askarovo)

    carried = merged(cast.askarovo, cast.almukhametovo, into=united, now=now)

    club.refresh_from_db()
    assert set(Person.objects.filter(home=united)) == {cast.ramilya, cast.ildar}
    assert club.municipality == united
    assert (carried.closed, carried.people, carried.organisations) == (2, 2, 1)


def test_heads_step_down_and_specialists_stay_in_office(cast, united, now) -> None:
    specialist = give_post(
        person=cast.vera,
        kind="specialist",
        title="землеустроитель",
        municipality=cast.askarovo,
        held_from=date(2018, 3, 1),
    )

    carried = merged(cast.askarovo, cast.almukhametovo, into=united, now=now)

    heads = Post.objects.filter(kind="head")
    assert set(heads.values_list("municipality__code", "held_to")) == {
        ("80601410", EVE),
        ("80601404", EVE),
    }
    specialist.refresh_from_db()
    goes_on = specialist.succeeded_by
    assert (specialist.municipality, specialist.held_to) == (cast.askarovo, EVE)
    assert (goes_on.municipality, goes_on.held_from, goes_on.held_to) == (united, NEW_YEAR, None)
    assert carried.posts == 1


def test_a_post_that_had_ended_stays_where_it_was_held(cast, united, now) -> None:
    past = give_post(
        person=cast.vera,
        kind="specialist",
        title="бухгалтер",
        municipality=cast.askarovo,
        held_from=date(2010, 1, 1),
        held_to=date(2015, 1, 1),
    )

    merged(cast.askarovo, into=united, now=now)

    past.refresh_from_db()
    assert (past.municipality, past.held_to, past.succeeded_by) == (
        cast.askarovo,
        date(2015, 1, 1),
        None,
    )


def test_a_role_in_the_territory_goes_on_and_one_on_the_heads_post_ends(cast, united, now) -> None:
    curates = grant_role(
        person=cast.vera,
        name=RoleName.CURATOR,
        scope=ScopeKind.TERRITORY,
        territory=cast.askarovo,
        held_from=date(2019, 1, 1),
        basis="приказ № 2",
    )
    of_head = grant_role(
        person=cast.ramilya,
        name=RoleName.EDITOR,
        scope=ScopeKind.TERRITORY,
        territory=cast.askarovo,
        post=cast.ramilya.posts.get(),
        held_from=date(2019, 9, 20),
        basis="распоряжение № 3",
    )

    carried = merged(cast.askarovo, cast.almukhametovo, into=united, now=now)

    curates.refresh_from_db()
    of_head.refresh_from_db()
    on = Role.objects.held_on(NEW_YEAR).filter(territory=united)
    assert (curates.held_to, of_head.held_to) == (EVE, EVE)
    assert [(role.person, role.name, role.basis) for role in on] == [
        (cast.vera, RoleName.CURATOR, LAW)
    ]
    assert carried.roles == 1


def test_a_role_held_in_both_places_goes_on_once(cast, united, now) -> None:
    for place in (cast.askarovo, cast.almukhametovo):
        grant_role(
            person=cast.vera,
            name=RoleName.CURATOR,
            scope=ScopeKind.TERRITORY,
            territory=place,
            held_from=date(2019, 1, 1),
            basis="приказ № 2",
        )

    merged(cast.askarovo, cast.almukhametovo, into=united, now=now)

    assert Role.objects.filter(person=cast.vera, territory=united).count() == 1


def test_settlements_of_a_merged_district_move_under_the_successor(cast, now) -> None:
    carried = merged(cast.district, into=cast.other_district, now=now)

    askarovo = Municipality.objects.get(code="80601410")
    assert askarovo.parent == cast.other_district
    assert askarovo.path == ".80000000.80611000.80601410."
    assert askarovo.search_name == fold("Аскаровский сельсовет Белорецкий район")
    assert carried.below == 2


def test_the_forecast_tells_what_the_merge_then_does(cast, united, now) -> None:
    give_post(
        person=cast.vera,
        kind="deputy",
        title="заместитель",
        municipality=cast.askarovo,
        held_from=date(2018, 3, 1),
    )
    places = [cast.askarovo, cast.almukhametovo]

    forecast = merge_forecast(places, on=NEW_YEAR)
    carried = merged(*places, into=united, now=now)

    assert forecast.heads == 2
    assert (forecast.people, forecast.posts, forecast.roles, forecast.below) == (
        carried.people,
        carried.posts,
        carried.roles,
        carried.below,
    )


def test_a_merge_works_once(cast, united, now) -> None:
    merged(cast.askarovo, into=united, now=now)

    with pytest.raises(PlaceEnded):
        merged(cast.askarovo, into=united, now=now)
    with pytest.raises(PlaceEnded):
        merged(cast.askarovo, into=cast.almukhametovo, now=now, on=date(2021, 1, 1))


def test_a_municipality_cannot_become_part_of_itself(cast, united, now) -> None:
    with pytest.raises(PlacesLoop):
        merged(cast.askarovo, into=cast.askarovo, now=now)
    with pytest.raises(PlacesLoop):
        merged(cast.district, into=cast.askarovo, now=now)
    with pytest.raises(PlacesLoop):
        merged(cast.region, into=cast.district, now=now)
    merged(cast.askarovo, into=united, now=now)
    with pytest.raises(PlacesLoop):
        merged(united, into=cast.askarovo, now=now, on=date(2021, 1, 1))


def test_a_merge_names_its_law_its_parts_and_a_day_on_which_all_are_in_force(
    cast, united, now
) -> None:
    with pytest.raises(SuccessionBasisMissing):
        merged(cast.askarovo, into=united, now=now, basis=" ")
    with pytest.raises(PredecessorMissing):
        merged(into=united, now=now)
    with pytest.raises(PlaceEnded):
        merged(cast.askarovo, into=united, now=now, on=date(2019, 6, 1))
    assert Succession.objects.count() == 0


def test_a_change_of_status_keeps_the_head_in_office(cast, now) -> None:
    town = change_status(
        place=cast.askarovo,
        code="80 601 101",
        name="город Аскарово",
        on=NEW_YEAR,
        basis=LAW,
        now=now,
    )

    head = Post.objects.get(municipality=town, kind="head")
    assert (town.kind, town.parent, town.valid_from) == (
        Kind.URBAN_SETTLEMENT,
        cast.district,
        NEW_YEAR,
    )
    assert (head.person, head.held_from, head.held_to) == (cast.ramilya, NEW_YEAR, None)
    assert Succession.objects.get().kind == SuccessionKind.TRANSFORM
    assert Person.objects.get(pk=cast.ramilya.pk).home == town


@pytest.mark.parametrize("code", ["8060110", "abc", "81601101", "80601404", "80601101001"])
def test_a_new_code_is_of_the_same_region_and_free(cast, now, code: str) -> None:
    with pytest.raises(PlaceCodeWrong):
        change_status(
            place=cast.askarovo, code=code, name="Аскарово", on=NEW_YEAR, basis=LAW, now=now
        )


def test_a_renamed_place_is_found_by_both_names(cast, now) -> None:
    rename(place=cast.askarovo, name="Уральский сельсовет", on=NEW_YEAR, basis=LAW, now=now)

    for text in ("уральский", "аскаровский"):
        assert [one.code for one in find_places(text, day=NEW_YEAR)] == ["80601410"]
    former = FormerName.objects.get()
    assert (former.name, former.borne_to, former.basis) == ("Аскаровский сельсовет", EVE, LAW)


def test_a_renamed_district_renames_what_lies_in_it_for_search(cast, now) -> None:
    rename(place=cast.district, name="Аскаровский район", on=NEW_YEAR, basis=LAW, now=now)

    found = find_places("альмухаметовский аскаровский", day=NEW_YEAR)

    assert [one.code for one in found] == ["80601404"]


def test_a_place_is_not_renamed_to_its_own_name_or_twice_a_day(cast, now) -> None:
    with pytest.raises(NameUnchanged):
        rename(place=cast.askarovo, name=cast.askarovo.name, on=NEW_YEAR, basis=LAW, now=now)
    rename(place=cast.askarovo, name="Первый", on=NEW_YEAR, basis=LAW, now=now)
    with pytest.raises(NameUnchanged):
        rename(place=cast.askarovo, name="Второй", on=NEW_YEAR, basis=LAW, now=now)
