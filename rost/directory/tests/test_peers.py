"""Peers of a place and what it tells of itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import log
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from conftest import NOW, Cast
from rost.core.similarity import Spot, peers_on, verify
from rost.directory.actions.accounts import erase_person
from rost.directory.actions.indicators import (
    Line,
    Point,
    declare,
    load_indicators,
    write_locations,
    write_values,
)
from rost.directory.actions.places import change_status, merge
from rost.directory.models import (
    AccessRecord,
    FormerValue,
    IndicatorValue,
    Location,
    Municipality,
    Population,
)
from rost.directory.queries.indicators import current_figures, figures_of, profile_of
from rost.directory.queries.indicators.figures import spot_of
from rost.directory.queries.peers import codes_of_peers, peers_of
from rost.directory.queries.peers.weights import mapped

pytestmark = pytest.mark.django_db

FIGURES = {
    # residents, own revenue in thousand roubles, localities, gas
    "80601410": (1050, 3150, 4, 1),
    "80601404": (1120, 3360, 4, 1),
    "80601420": (1060, 3180, 4, 0),
    "80601430": (5200, 20800, 1, 1),
    "80601440": (400, 500, 9, 0),
    "80601450": (2600, 7000, 3, 1),
}


@pytest.fixture
def places(cast: Cast) -> dict[str, Municipality]:
    """Six settlements of one district, each with four figures."""
    load_indicators()
    found = {}
    for code, (people, revenue, localities, gas) in FIGURES.items():
        place, _made = Municipality.objects.get_or_create(
            code=code,
            defaults={
                "kind": "rural_settlement",
                "name": f"Сельсовет {code[-2:]}",
                "parent": cast.district,
                "path": f"{cast.district.path}{code}.",
                "search_name": code,
                "sort_key": code,
            },
        )
        Population.objects.create(municipality=place, year=2021, people=people, source="перепись")
        told = {"own_revenue": revenue, "localities": localities, "gas": gas}
        lines = [Line(place, name, 2023, float(value)) for name, value in told.items()]
        write_values(values=lines, source="Росстат", now=NOW)
        found[code] = place
    return found


def test_peers_with_reasons_in_words(places: dict[str, Municipality]) -> None:
    with translation.override("en"):
        found = peers_of(places["80601410"])

    codes = [one.place.code for one in found]
    assert codes == ["80601404", "80601420", "80601450", "80601440", "80601430"]
    assert found[0].reasons[0] == "population 1,050 and 1,120 people"
    assert "gas in both" in found[0].reasons
    assert "gas only here" in found[1].differs
    # Population weighs 2, revenue 1/3, localities 1/3, gas 1/6; population alone differs
    low = 0.75 * log(1050) + 0.25 * log(1060)
    high = 0.25 * log(1120) + 0.75 * log(2600)
    far = log(1120 / 1050) / ((high - low) / 1.3489795) / 3
    assert found[0].distance == pytest.approx(2 * far / (2 + 1 / 3 + 1 / 3 + 1 / 6))
    assert codes_of_peers(places["80601410"]) == tuple(one.place.code for one in found)


def test_a_dropped_factor_and_an_independent_look(places: dict[str, Municipality]) -> None:
    without = peers_of(places["80601410"], {"gas": 0.0}, count=1)

    figures = current_figures()
    spots: list[Spot] = [
        spot_of(one) for one in figures.places.values() if one.kind == "rural_settlement"
    ]
    factors = mapped({"gas": 0.0}, figures)
    peers = peers_on(figures.ground("rural_settlement"), factors, "80601410")
    assert [one.place.code for one in without] == ["80601420"]
    assert verify(spots, factors, "80601410", peers) == ()


def test_the_figures_are_read_once_and_anew_after_any_change(
    places: dict[str, Municipality],
) -> None:
    peers_of(places["80601410"])
    with CaptureQueriesContext(connection) as warm:
        peers_of(places["80601410"])
    IndicatorValue.objects.filter(indicator__code="gas").update(value=0)  # by whatever path

    assert len(warm) == 2
    assert figures_of(places["80601410"])["gas"].value == 0.0


def test_own_figures_beside_the_median_of_peers(places: dict[str, Municipality]) -> None:
    with translation.override("en"):
        rows = {one.code: one for one in profile_of(places["80601410"])}

    assert (rows["own_revenue"].value, rows["own_revenue"].text) == (3.0, "3 thousand roubles")
    assert rows["own_revenue"].median == 3.0  # of 3, 3, 4, 1.25 and 2.69
    assert rows["gas"].median_text == "3 of 5 have it"
    assert (rows["population"].count, rows["population"].source) == (5, "перепись")


def test_distances_come_from_coordinates_where_nobody_counted_them(
    places: dict[str, Municipality], cast: Cast, now: datetime
) -> None:
    here = places["80601410"]
    write_locations(
        lines=[
            Point(here, 53.50, 58.57),
            Point(cast.district, 53.34, 58.57),
            Point(cast.ufa, 54.74, 55.96),
        ],
        source="проба",
        now=now,
    )

    figures = figures_of(here)

    assert figures["to_district_centre"].value == 17.8  # 0.16 degrees north
    assert 200 < figures["to_ufa"].value < 240
    write_values(values=[Line(here, "to_ufa", 2023, 290.0)], source="по дороге", now=now)
    assert figures_of(here)["to_ufa"].value == 290.0


def test_declared_stands_beside_statistics_and_keeps_its_past(
    places: dict[str, Municipality], cast: Cast, now: datetime
) -> None:
    here, later = places["80601410"], now + timedelta(days=400)
    declare(municipality=here, values={"gas": 0.0, "water": 1.0}, by=cast.ramilya, now=now)
    declare(
        municipality=here,
        values={"gas": None, "water": 0.0, "school": 1.0},
        by=cast.ramilya,
        now=later,
    )

    figures = figures_of(here)

    assert (figures["gas"].value, figures["gas"].declared) == (1.0, False)  # statistics win
    assert (figures["water"].value, figures["water"].year) == (0.0, 2021)
    assert figures["school"].declared
    past = FormerValue.objects.order_by("indicator__code")
    assert [(one.indicator.code, one.value, one.year) for one in past] == [
        ("gas", 0.0, 2020),
        ("water", 1.0, 2020),
    ]
    assert declare(municipality=here, values={"school": 1.0}, by=cast.azat, now=later) == 0


def test_the_form_is_for_those_of_the_place_and_gives_back_what_was_wrong(
    places: dict[str, Municipality], cast: Cast, signed_in: Any
) -> None:
    address = reverse("directory:declared_profile", args=["80601410"])
    client = signed_in(cast.ramilya)

    wrong = client.post(address, {"to_ufa": "далеко", "gas": "1", "localities": "4,0"})
    right = client.post(address, {"to_ufa": "310,5", "water": "0"})

    assert (wrong.status_code, "далеко" in wrong.content.decode()) == (422, True)
    assert right.status_code == 302
    told = dict(
        IndicatorValue.objects.filter(declared=True).values_list("indicator__code", "value")
    )
    assert told == {"to_ufa": 310.5, "water": 0.0}
    page = Client().get(reverse("directory:peers", args=["80601410"])).content.decode()
    assert "Ахметова" not in page
    assert signed_in(cast.ildar).get(address).status_code == 404
    assert "Ахметова" in signed_in(cast.azat).get(address).content.decode()
    seen = AccessRecord.objects.get(register="directory.figures")
    assert (seen.person, seen.rows) == (cast.azat, 2)


def test_the_page_keeps_a_choice_in_a_short_address(places: dict[str, Municipality]) -> None:
    address = reverse("directory:peers", args=["80601410"])
    whole = {"theme": "everything", "among": "kind", "gas": "0", "population": "2", "no": "1"}

    answer = Client().get(address, whole)
    page = Client().get(answer.headers["Location"]).content.decode()

    assert answer.headers["Location"] == f"{address}?gas=0"
    assert page.index("Сельсовет 20") < page.index("Альмухаметовский")


def test_who_told_is_erased_the_figure_stays(
    places: dict[str, Municipality], cast: Cast, now: datetime
) -> None:
    declare(municipality=places["80601410"], values={"water": 1.0}, by=cast.ramilya, now=now)

    erase_person(person=cast.ramilya, now=now)

    left = IndicatorValue.objects.get(declared=True)
    assert (left.value, left.declared_by) == (1.0, None)


def test_a_change_of_status_takes_figures_along_and_a_merge_does_not(
    places: dict[str, Municipality], cast: Cast, now: datetime
) -> None:
    here, other = places["80601410"], places["80601420"]
    Location.objects.create(municipality=here, latitude=53.3, longitude=58.5, source="проба")

    town = change_status(
        place=here, code="80601150", name="Аскарово", on=NOW.date(), basis="закон", now=now
    )
    merge(
        predecessors=[other],
        successor=places["80601430"],
        on=NOW.date(),
        basis="закон",
        now=now,
    )

    assert town.indicator_values.count() == 3
    assert town.location.latitude == 53.3
    assert here.indicator_values.count() == 3  # history
    assert figures_of(places["80601430"])["localities"].value == 1.0
    assert "80601420" not in codes_of_peers(places["80601404"])
