"""A merge of municipalities and a forum to come: registrations, quotas, routes go on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from rost.core.language import fold, sort_key
from rost.directory.actions.places import change_status, merge
from rost.directory.models import Kind, Municipality
from rost.directory.queries.places import merge_forecast
from rost.forum.actions.registration import register
from rost.forum.models import Category, Edition, Quota, Registration, RegistrationStatus

from .registration_stage import make_category, make_edition, make_people
from .stage import at, make_stage

pytestmark = pytest.mark.django_db

FIRST_DAY = date(2020, 2, 1)
LAW = "закон Республики № 1-з от 20.12.2019"


@pytest.fixture
def edition() -> Edition:
    return make_edition()


@pytest.fixture
def heads(edition: Edition) -> Category:
    return make_category(edition)


def unite(*predecessors: Municipality, into: Municipality, now: Any) -> Any:
    return merge(predecessors=predecessors, successor=into, on=FIRST_DAY, basis=LAW, now=now)


def quota(edition: Edition, district: Municipality, seats: int, category: Any = None) -> None:
    Quota.objects.create(edition=edition, district=district, seats=seats, category=category)


def quotas(edition: Edition) -> dict[tuple[str, str], int]:
    return {
        (one.district.name, one.category.name if one.category else "все"): one.seats
        for one in Quota.objects.filter(edition=edition)
    }


def new_okrug(cast: Any) -> Municipality:
    """Founded by the law on the first day: it had no people and no quota before."""
    return Municipality.objects.create(
        code="80714000",
        kind=Kind.URBAN_OKRUG,
        name="Горный округ",
        parent=cast.region,
        path=f"{cast.region.path}80714000.",
        valid_from=FIRST_DAY,
        search_name=fold("Горный округ"),
        sort_key=sort_key("Горный округ"),
    )


def test_quotas_of_both_districts_add_up(cast: Any, edition: Any, heads: Any, now: Any) -> None:
    quota(edition, cast.district, 3)
    quota(edition, cast.other_district, 4)
    quota(edition, cast.district, 1, heads)
    quota(edition, cast.other_district, 2, heads)
    quota(edition, cast.ufa, 9)

    unite(cast.district, into=cast.other_district, now=now)

    assert quotas(edition) == {
        ("Белорецкий район", "все"): 7,
        ("Белорецкий район", "Главы"): 3,
        ("город Уфа", "все"): 9,
    }


def test_a_new_place_takes_the_sum_of_what_became_part_of_it(
    cast: Any, edition: Any, now: Any
) -> None:
    quota(edition, cast.district, 3)
    quota(edition, cast.other_district, 4)

    unite(cast.district, cast.other_district, into=new_okrug(cast), now=now)

    assert quotas(edition) == {("Горный округ", "все"): 7}


def test_no_limit_and_a_limit_together_are_no_limit(cast: Any, edition: Any, now: Any) -> None:
    quota(edition, cast.district, 3)

    unite(cast.district, into=cast.other_district, now=now)

    assert quotas(edition) == {}


def test_settlements_have_no_quota_to_carry(cast: Any, edition: Any, now: Any) -> None:
    quota(edition, cast.district, 3)

    unite(cast.askarovo, into=cast.almukhametovo, now=now)

    assert quotas(edition) == {("Абзелиловский район", "все"): 3}


def test_registrations_go_on_in_the_successor(
    cast: Any, edition: Any, heads: Any, now: Any
) -> None:
    """One from the district itself, one from a settlement below it, one from elsewhere."""
    for person, place in zip(make_people(3), (cast.district, cast.askarovo, cast.ufa), strict=True):
        register(edition=edition, person=person, category=heads, municipality=place, now=now)

    unite(cast.district, into=cast.other_district, now=now)

    assert [
        (one.municipality, one.district, one.status)
        for one in Registration.objects.order_by("person_id")
    ] == [
        (cast.other_district, cast.other_district, RegistrationStatus.CONFIRMED),
        (cast.askarovo, cast.other_district, RegistrationStatus.CONFIRMED),
        (cast.ufa, cast.ufa, RegistrationStatus.CONFIRMED),
    ]


def test_a_settlement_that_joins_another_district_takes_its_people_along(
    cast: Any, edition: Any, heads: Any, now: Any
) -> None:
    (person,) = make_people(1)
    register(edition=edition, person=person, category=heads, municipality=cast.askarovo, now=now)

    unite(cast.askarovo, into=cast.ufa, now=now)

    kept = Registration.objects.get()
    assert (kept.municipality, kept.district) == (cast.ufa, cast.ufa)


def test_who_waited_for_a_seat_of_one_district_gets_a_free_one_of_the_other(
    cast: Any, edition: Any, heads: Any, now: Any
) -> None:
    quota(edition, cast.district, 1)
    quota(edition, cast.other_district, 1)
    for person in make_people(2):
        register(
            edition=edition, person=person, category=heads, municipality=cast.district, now=now
        )
    assert Registration.objects.filter(status=RegistrationStatus.WAITING).count() == 1

    unite(cast.district, into=cast.other_district, now=now)

    assert set(Registration.objects.values_list("status", flat=True)) == {
        RegistrationStatus.CONFIRMED
    }


def test_another_status_carries_everything_to_the_new_code(
    cast: Any, edition: Any, heads: Any, now: Any
) -> None:
    quota(edition, cast.district, 3)
    (person,) = make_people(1)
    register(edition=edition, person=person, category=heads, municipality=cast.askarovo, now=now)

    okrug = change_status(
        place=cast.district, code="80714000", name="Горный округ", on=FIRST_DAY, basis=LAW, now=now
    )

    assert quotas(edition) == {("Горный округ", "все"): 3}
    assert Registration.objects.get().district == okrug


def test_a_forum_that_was_over_stays_with_history(
    cast: Any, edition: Any, heads: Any, now: Any
) -> None:
    quota(edition, cast.district, 3)
    (person,) = make_people(1)
    register(edition=edition, person=person, category=heads, municipality=cast.district, now=now)
    Edition.objects.update(
        starts_on=FIRST_DAY - timedelta(days=2), ends_on=FIRST_DAY - timedelta(days=1)
    )

    unite(cast.district, into=cast.other_district, now=now)

    assert quotas(edition) == {("Абзелиловский район", "все"): 3}
    assert Registration.objects.get().district == cast.district


def test_routes_stops_and_parts_go_on_in_the_draft(cast: Any, now: Any) -> None:
    stage = make_stage(cast)
    session = stage.session(
        "Дороги", start=at(18, 10), hall=stage.big, people={cast.marat: "expert"}
    )
    part = session.contributions.get()
    part.territory = stage.route.host
    part.save()
    home = stage.route.host

    carried = unite(home, into=cast.ufa, now=now)

    stage.route.refresh_from_db()
    part.refresh_from_db()
    stops = list(stage.route.stops.values_list("territory", flat=True))
    assert (stage.route.host, part.territory) == (cast.ufa, cast.ufa)
    assert home.pk not in stops
    assert carried.above == 2 + stops.count(cast.ufa.pk)


def test_the_forecast_counts_what_the_merge_carries(
    signed_in: Any, cast: Any, edition: Any, heads: Any, now: Any
) -> None:
    quota(edition, cast.district, 3)
    quota(edition, cast.other_district, 4)
    for person, place in zip(make_people(2), (cast.district, cast.askarovo), strict=True):
        register(edition=edition, person=person, category=heads, municipality=place, now=now)
    told = {"successor": cast.other_district.code, "on": "2020-02-01", "basis": LAW}

    page = signed_in(cast.nina).post(
        reverse("directory:place_merge", args=[cast.district.code]), told
    )
    forecast = merge_forecast([cast.district], on=FIRST_DAY)
    carried = unite(cast.district, into=cast.other_district, now=now)

    assert [count for _title, count in forecast.above if count] == [3]
    assert page.context["forecast"].above == forecast.above
    assert carried.above == 3
