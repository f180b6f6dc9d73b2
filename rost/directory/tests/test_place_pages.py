"""Public pages of the register: everyone reads them, names stand with their districts."""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import quote

import pytest
from django.test import Client

from rost.directory.actions.consents import give_consent
from rost.directory.actions.places import load_register, merge, rename
from rost.directory.models import ConsentText, Municipality, Population, Purpose
from rost.directory.queries.places import place_page, population_plot, territories

pytestmark = pytest.mark.django_db

DAY = date(2020, 2, 18)


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_the_index_counts_what_lies_in_each_district(client: Client, now: datetime) -> None:
    load_register(now=now)

    text = page(client, "/en/directory/places/")

    assert "895 municipalities" in text
    assert "4,091,423" in text
    assert (
        text.count("/en/territory/80") == 63
    )  # 54 districts, 9 okrugs; the Republic has its record


def test_the_index_takes_one_query_whatever_the_register(
    cast, now, django_assert_num_queries
) -> None:
    with django_assert_num_queries(1):
        few = territories(day=DAY)
    load_register(now=now)

    with django_assert_num_queries(1):
        many = territories(day=DAY)

    assert (len(few), len(many)) == (3, 63)


def test_several_regions_are_folded_until_one_is_opened(client: Client, cast, now) -> None:
    load_register(now=now)
    Municipality.objects.create(
        code="53000000",
        kind="region",
        name="Оренбургская область",
        path=".53000000.",
        search_name="оренбургская область",
        sort_key="1",
    )
    Municipality.objects.create(
        code="53701000",
        kind="urban_okrug",
        name="город Оренбург",
        parent=Municipality.objects.get(code="53000000"),
        path=".53000000.53701000.",
        search_name="город оренбург",
        sort_key="1",
    )

    folded = page(client, "/directory/places/")
    opened = page(client, "/directory/places/?region=53000000")

    assert 'href="?region=80000000"' in folded
    assert "Абзелиловский район" not in folded
    assert "город Оренбург" in opened
    assert "Абзелиловский район" not in opened


def test_a_search_names_the_district_of_every_namesake(client: Client, now) -> None:
    load_register(now=now)

    text = page(client, "/directory/places/?q=" + quote("николаевский"))

    for district in ("Белорецкий", "Уфимский", "Туймазинский"):
        assert f"Николаевский сельсовет, {district} район" in text


def test_a_search_that_finds_nothing_says_what_to_do(client: Client, cast) -> None:
    text = page(client, "/en/directory/places/?q=" + quote("<b>Нигде</b>"))

    assert "Nothing found" in text
    assert "<b>Нигде" not in text


def test_a_district_shows_its_settlements_and_their_people(client: Client, now) -> None:
    load_register(now=now)

    text = page(client, "/directory/places/80601000/")

    assert "Абзелиловский район" in text
    assert "Аскаровский сельсовет" in text
    assert "10\xa0128" in text
    assert '<rect width="100"' in text  # the largest settlement


def test_a_centre_is_written_as_in_addresses() -> None:
    def centre(kind: str, name: str) -> str:
        return Municipality(centre_type=kind, centre_name=name).centre

    assert centre("с", "Аскарово") == "с.\xa0Аскарово"
    assert centre("рп", "Чишмы") == "рп\xa0Чишмы"
    assert (centre("", "Уфа"), centre("", "")) == ("Уфа", "")


def test_a_page_takes_the_same_queries_at_two_settlements_and_at_many(
    cast, now, django_assert_num_queries
) -> None:
    with django_assert_num_queries(7):
        few = place_page(cast.district, day=DAY)
    load_register(now=now)
    district = Municipality.objects.get(code="80601000")

    with django_assert_num_queries(7):
        many = place_page(district, day=DAY)

    assert (len(few.settlements), len(many.settlements)) == (2, 15)


def test_population_by_year_is_a_plot_with_a_table_for_a_twin(client: Client, cast) -> None:
    for year, people in ((2010, 9_000), (2021, 10_128)):
        Population.objects.create(
            municipality=cast.askarovo, year=year, people=people, source="перепись"
        )

    text = page(client, "/directory/places/80601410/")

    assert re.findall(r"<th scope=\"row\">(\d{4})</th>", text) == ["2021", "2010"]
    assert text.count("<text") == 4
    assert "style=" not in text


def test_bars_grow_from_zero_and_one_year_is_no_plot() -> None:
    plot = population_plot([(2021, 100), (2010, 50)])

    assert [(bar.year, bar.height) for bar in plot.bars] == [(2010, 42), (2021, 84)]
    assert population_plot([(2021, 100)]) is None


def test_a_head_is_named_only_by_consent(client: Client, cast, now) -> None:
    before = page(client, "/en/directory/places/80601410/")
    text = ConsentText.objects.create(
        purpose=Purpose.DISSEMINATION,
        language="ru",
        version=99,
        body="Согласие",
        valid_from=date(2019, 1, 1),
    )
    for field in ("name", "post"):
        half = page(client, "/en/directory/places/80601410/")
        give_consent(
            person=cast.ramilya, purpose=Purpose.DISSEMINATION, field=field, text=text, now=now
        )

    after = page(client, "/en/directory/places/80601410/")

    assert "Ахметова" not in before
    assert "Ахметова" not in half  # the name alone, without the post
    assert "The data are not published." in before
    assert "Ахметова Рамиля Айратовна" in after
    assert "ramilya@example.org" not in after


def test_a_merged_place_leads_to_its_successor_and_back(client: Client, cast, now) -> None:
    merge(
        predecessors=[cast.askarovo],
        successor=cast.almukhametovo,
        on=date(2020, 1, 1),
        basis="закон № 1-з",
        now=now,
    )

    past = page(client, "/directory/places/80601410/")
    present = page(client, "/directory/places/80601404/")

    assert '<a href="/directory/places/80601404/">' in past
    assert '<a href="/directory/places/80601410/">' in present
    assert "закон № 1-з" in past


def test_a_renamed_place_remembers_its_name(client: Client, cast, now) -> None:
    rename(
        place=cast.askarovo,
        name="Уральский сельсовет",
        on=date(2020, 1, 1),
        basis="закон № 2-з",
        now=now,
    )

    assert "Аскаровский сельсовет" in page(client, "/directory/places/80601410/")


def test_a_code_that_is_not_in_the_register_is_not_found(client: Client, cast) -> None:
    assert client.get("/directory/places/80999999/").status_code == 404


def test_choosing_without_a_script_leads_on_with_the_code(client: Client, cast) -> None:
    text = page(
        client,
        "/directory/places/choices/?field=home&next=/directory/people/new/&q=" + quote("аскар"),
    )

    assert 'action="/directory/people/new/"' in text
    assert '<input type="radio" name="home" value="80601410" checked>' in text
    assert "Аскаровский сельсовет, Абзелиловский район" in text


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:1"])
def test_choosing_never_leads_to_another_site(client: Client, cast, elsewhere: str) -> None:
    text = page(client, f"/directory/places/choices/?q=80601410&next={quote(elsewhere)}")

    assert 'action="/directory/places/chosen/"' in text


def test_a_chosen_place_opens_by_itself(client: Client, cast) -> None:
    response = client.get("/directory/places/chosen/?place=80601410")

    assert response.headers["Location"] == "/territory/80601410/"


def test_a_script_gets_suggestions_alone(client: Client, cast) -> None:
    response = client.get(
        "/directory/places/choices/?q=" + quote("аскар"), headers={"HX-Request": "true"}
    )

    assert response.content.decode().strip() == (
        '<option value="Аскаровский сельсовет, Абзелиловский район"></option>'
    )
