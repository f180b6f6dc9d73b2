"""The search page: what is found, how it is narrowed, what is said when nothing is found."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from conftest import NOW, Cast
from rost.catalogue.actions.cards import put
from rost.catalogue.models import Audience, Card
from rost.catalogue.queries.things import Thing
from rost.core.conditions import Condition, Conditions, Need, dump
from rost.directory.models import Population
from rost.library.models import Practice, Version
from rost.portal.adapters import limits
from rost.portal.queries.search.asked import Asked, read


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    limits.forget_all()


def practice(cast: Cast, title: str, number: int = 1, **facts: Any) -> Card:
    facts = {"municipality": cast.askarovo, "kopecks": 25_000_000, "year": 2019} | facts
    key, path = f"library.practice:{number}", f"/practices/{number}/"
    return put(thing=Thing(key=key, kind="practice", title=title, path=path, **facts), now=NOW)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().split("\n"))


def test_a_find_says_what_it_is_where_and_what_it_cost(cast: Cast, client: Client) -> None:
    practice(cast, "Освещение улиц", summary="Светильники с датчиками.")

    found = page(client, "/search/?q=освещение")

    assert 'href="/practices/1/"' in found
    assert "Аскаровский сельсовет, Абзелиловский район" in found
    assert "250\u00a0000\u00a0руб." in found
    assert 'href="/territory/80601410/"' in found


def test_filters_are_addresses_that_carry_everything(cast: Cast, client: Client) -> None:
    practice(cast, "Освещение улиц", 1, local_issues=("131-14-19",))
    practice(cast, "Освещение парка", 2, municipality=cast.ufa, kopecks=500_000_000, year=2018)

    both = page(client, "/search/?q=освещение")
    narrowed = page(client, "/search/?q=освещение&year=2018")

    assert "year=2018" in both
    assert "place=80701000" in both
    assert "<mark>Освещение</mark> парка" in narrowed
    assert "/practices/1/" not in narrowed
    given_up = Asked(query="освещение").address
    assert f'href="?{given_up}"' in narrowed  # the chip takes its filter away


def test_the_address_is_read_as_it_is_written(cast: Cast) -> None:
    asked = read({"q": ["  осве\x00щение  улиц "], "kind": ["project", "practice", "../x"]})

    assert asked == Asked(query="освещение улиц", many=asked.many)
    assert asked.values("kind") == ("practice", "project")
    again = read({"q": ["освещение улиц"], "kind": ["practice", "project"], "page": ["2"]})
    assert again.address == asked.address
    assert asked.toggled("kind", "practice").values("kind") == ("project",)


def test_nobody_finds_what_he_may_not_see(cast: Cast, client: Client, signed_in: Any) -> None:
    hidden = {"audience": Audience.NAMED, "readers": (cast.ramilya,)}
    practice(cast, "Освещение тайком", 1, **hidden)
    practice(cast, "Освещение улиц", 2)

    stranger = page(client, "/search/?q=освещение")
    author = page(signed_in(cast.ramilya), "/search/?q=освещение")
    other = page(signed_in(cast.vera), "/search/?q=освещение")

    assert ["тайком" in one for one in (stranger, author, other)] == [False, True, False]
    suggested = client.get("/search/suggestions/?q=освещ").json()["suggestions"]
    assert [one["path"] for one in suggested] == ["/practices/2/"]


def test_a_head_sees_what_suits_her_municipality(
    cast: Cast, client: Client, signed_in: Any
) -> None:
    Population.objects.create(municipality=cast.askarovo, year=2021, people=900, source="п")
    for number, most in ((1, 1_000), (2, 500)):
        needs = Conditions(needs=(Condition(Need.PEOPLE, most=most),))
        published(cast, number, conditions=dump(needs))
        practice(cast, f"Освещение {number}", number, municipality=cast.ufa)

    head = page(signed_in(cast.ramilya), "/search/?q=освещение")
    stranger = page(client, "/search/?q=освещение")

    assert head.count("подходит вам") == 1
    assert "подходит вам" not in stranger


def published(cast: Cast, number: int, **facts: Any) -> None:
    row = Practice.objects.create(
        pk=number, author=cast.vera, title="Освещение", began_at=NOW, saved_at=NOW
    )
    row.version = Version.objects.create(practice=row, number=1, published_at=NOW, **facts)
    row.save()


def test_nothing_found_keeps_the_words_for_an_expert(cast: Cast, client: Client) -> None:
    found = page(client, "/search/?q=телепортация")

    assert "Ничего не найдено" in found
    assert "/search/questions/new/?q=%D1%82" in found


def test_the_text_of_another_language_is_marked(cast: Cast, client: Client) -> None:
    practice(cast, "Урам яҡтыртыу", 1, language="ba")

    found = page(client, "/search/?kind=practice")

    assert 'lang="ba"' in found


def test_suggestions_carry_the_language_of_the_reader(cast: Cast, client: Client) -> None:
    practice(cast, "Освещение улиц")

    [one] = client.get("/ba/search/suggestions/?q=освещ").json()["suggestions"]

    assert one["path"] == "/ba/practices/1/"
    assert one["lang"] == "ru"
    assert client.get("/search/suggestions/?q=о").json() == {"suggestions": []}


def test_one_address_cannot_take_the_whole_server(cast: Cast, client: Client) -> None:
    most, _each_second = limits.ALLOWANCES["search"]
    limits.ALLOWANCES["search"] = (3.0, 0.001)
    try:
        answers = [client.get("/search/?q=свет").status_code for _ in range(4)]
        refused = client.get("/search/?q=свет")
    finally:
        limits.ALLOWANCES["search"] = (most, _each_second)

    assert answers == [200, 200, 200, 429]
    assert refused.headers["Retry-After"]
    assert 'value="свет"' in refused.content.decode()  # nothing typed is lost


@pytest.mark.parametrize("nonsense", ["q=%00", "page=-1&q=а", "kind=%FF", "place=8&q=свет"])
def test_nonsense_in_the_address_is_left_out(cast: Cast, client: Client, nonsense: str) -> None:
    assert client.get(f"/search/?{nonsense}").status_code == 200


def test_only_the_empty_page_is_kept(cast: Cast, client: Client) -> None:
    assert client.get("/search/").kept is True  # type: ignore[attr-defined]
    assert not getattr(client.get("/search/?q=свет"), "kept", False)


def test_queries_do_not_grow_with_the_finds(cast: Cast, client: Client) -> None:
    def queries() -> int:
        client.get("/search/?q=освещение&year=2019")
        with CaptureQueriesContext(connection) as caught:
            client.get("/search/?q=освещение&year=2019")
        return len(caught)

    for number in range(1, 5):  # fewer are answered tolerantly, by looking again
        practice(cast, f"Освещение улиц {number}", number)
    few = queries()
    for number in range(5, 30):
        practice(cast, f"Освещение улиц {number}", number)

    assert queries() == few
