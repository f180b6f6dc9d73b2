"""A territory's page: what stands there, for whom, and at what cost."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from conftest import NOW, Cast
from rost.catalogue.actions.cards import put
from rost.catalogue.models import Audience
from rost.catalogue.queries.things import Thing
from rost.directory.actions.consents import give_consent, load_consent_texts
from rost.directory.models import ConsentText, Population
from rost.directory.rules import Visitor
from rost.portal.adapters.revision import IN_PART, NAMES, WATCHED
from rost.portal.queries.territory import money_plot, territory_page
from tests.test_kept_pages import TABLES


def practice(cast: Cast, number: int, place: Any, **facts: Any) -> None:
    put(
        thing=Thing(
            key=f"library.practice:{number}",
            kind="practice",
            title=f"Родник {number}",
            path=f"/practices/{number}/",
            municipality=place,
            **facts,
        ),
        now=NOW,
    )


def html(client: Client, code: str) -> str:
    answer = client.get(f"/territory/{code}/")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split("\n"))


def test_a_settlement_shows_its_own_and_a_district_all_within(cast: Cast, client: Client) -> None:
    practice(cast, 1, cast.askarovo)
    practice(cast, 2, cast.almukhametovo)

    village, district = html(client, "80601410"), html(client, "80601000")

    assert [f"Родник {number}" in village for number in (1, 2)] == [True, False]
    assert [f"Родник {number}" in district for number in (1, 2)] == [True, True]
    assert "Аскаровский сельсовет, Абзелиловский район" in village


def test_a_place_without_anything_says_what_will_be_here(cast: Cast, client: Client) -> None:
    assert "Что здесь будет" in html(client, "80601404")


def test_a_draft_is_for_its_readers(cast: Cast, client: Client, signed_in: Any) -> None:
    practice(cast, 1, cast.askarovo, audience=Audience.NAMED, readers=(cast.ramilya,))

    assert "Родник 1" not in html(client, "80601410")
    assert "Родник 1" in html(signed_in(cast.ramilya), "80601410")


def test_a_head_is_named_with_consent_alone(cast: Cast, client: Client) -> None:
    load_consent_texts()
    before = html(client, "80601410")
    text = ConsentText.objects.get(purpose="dissemination", language="ru", version=1)
    for field in ("name", "post"):
        give_consent(person=cast.ramilya, purpose="dissemination", field=field, text=text, now=NOW)

    assert "Ахметова" not in before
    assert "Ахметова" in html(client, "80601410")


def test_the_population_is_a_plot_with_its_table(cast: Cast, client: Client) -> None:
    for year, people in ((2010, 1_100), (2021, 1_000)):
        Population.objects.create(municipality=cast.askarovo, year=year, people=people, source="п")

    found = html(client, "80601410")

    assert found.count("<rect") == 2
    assert "1\u00a0100" in found


def test_money_is_added_up_by_source() -> None:
    def passport(**sums: int) -> dict[str, Any]:
        money = [{"source": name, "kopecks": sum_, "note": ""} for name, sum_ in sums.items()]
        return {"money": money}

    plot = money_plot([passport(local=300_00, residents=100_00), passport(local=100_00), {}])

    assert plot is not None
    assert (plot.roubles, plot.practices) == (500, 2)
    assert [(one.roubles, one.width) for one in plot.shares] == [(400, 100), (100, 25)]
    assert money_plot([{}]) is None


def test_queries_do_not_grow_and_read_what_is_watched(cast: Cast, client: Client) -> None:
    def asked() -> list[str]:
        client.get("/territory/80601000/")
        with CaptureQueriesContext(connection) as caught:
            answer = client.get("/territory/80601000/")
        assert answer.kept is True  # type: ignore[attr-defined]
        return [one["sql"] for one in caught]

    practice(cast, 1, cast.askarovo)
    few = asked()
    for number in range(2, 20):
        practice(cast, number, cast.askarovo)
    many = asked()

    assert len(many) == len(few)
    read = {table for sql in many for table in TABLES.findall(sql)}
    assert read - {*WATCHED, *IN_PART, NAMES[0]} == set()


def test_a_page_ends_with_the_day(cast: Cast, client: Client) -> None:
    answer = client.get("/territory/80601410/")

    until = answer.kept_until  # type: ignore[attr-defined]
    assert (until.hour, until.minute) == (0, 0)


def test_the_region_has_its_record_alone(cast: Cast, client: Client) -> None:
    assert client.get("/territory/80000000/").status_code == 302
    assert client.get("/territory/80999999/").status_code == 404


def test_a_past_place_says_so(cast: Cast, client: Client) -> None:
    cast.almukhametovo.valid_to = date(2020, 1, 1)
    cast.almukhametovo.save()

    visitor = Visitor(None, (), NOW)

    assert territory_page(cast.almukhametovo, visitor).place.valid_to == date(2020, 1, 1)
    assert "Не действует после" in html(client, "80601404")
