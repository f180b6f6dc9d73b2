"""What a search finds, in which order, and what it shows of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from rost.catalogue.actions.cards import withdraw
from rost.catalogue.queries.search import Filters, facets
from rost.catalogue.queries.suggestions import suggest
from rost.catalogue.tests.shelf import look, marked, shelve, titles, visitor

pytestmark = pytest.mark.django_db


def test_a_card_is_found_by_any_form_of_its_words_and_by_nothing_it_no_longer_says(
    cast: Any, now: Any
) -> None:
    shelve(now, "1", "Освещение улиц", body="Заменили фонари на светодиодные.")
    assert titles(look("уличного освещения", now)) == ["Освещение улиц"]

    shelve(now, "1", "Ремонт моста", body="Настил из лиственницы.")
    assert titles(look("светодиодный", now)) == []
    assert titles(look("мосты", now)) == ["Ремонт моста"]

    withdraw(key="library.practice:1", now=now)
    assert look("мост", now).total == 0


def test_a_card_and_its_words_are_written_together_or_not_at_all(cast: Any, now: Any) -> None:
    with transaction.atomic():
        shelve(now, "1", "Детская площадка")
        transaction.set_rollback(True)

    assert look("площадка", now).total == 0


def test_a_title_comes_before_a_body_and_all_words_before_some(cast: Any, now: Any) -> None:
    shelve(now, "1", "Сход граждан", body="Обсудили дорогу и воду.")
    shelve(now, "2", "Дорога к школе", body="Отсыпали гравием.")
    shelve(now, "3", "Вода в деревне", body="Колонка и новая дорога к ней.")

    assert titles(look("дорога", now))[0] == "Дорога к школе"
    assert titles(look("вода дорога", now))[0] == "Вода в деревне"
    assert look("вода дорога", now).total == 3


def test_a_slip_an_unfinished_word_and_the_other_layout_find_too(cast: Any, now: Any) -> None:
    shelve(now, "1", "Благоустройство родника", body="Сруб и лавочки.")

    slip = look("благоустоойство", now)
    assert (titles(slip), marked(slip.hits[0].title)) == (
        ["Благоустройство родника"],
        ["Благоустройство"],
    )
    assert titles(look("благоустр", now)) == ["Благоустройство родника"]
    other = look("hjlybr", now)
    assert (titles(other), other.keyboard) == (["Благоустройство родника"], "родник")


def test_synonyms_and_a_bashkir_word_on_a_russian_keyboard_find_too(cast: Any, now: Any) -> None:
    shelve(now, "1", "Освещение деревни")
    shelve(now, "2", "Һыу үткәреү", language="ba", body="Ауыл халҡы үҙе эшләне.")

    assert "Освещение деревни" in titles(look("фонари", now))
    assert titles(look("халкы", now)) == ["Һыу үткәреү"]


def test_a_snippet_is_the_place_that_answers_as_it_was_written(cast: Any, now: Any) -> None:
    long = "Начало без ответа. " * 40
    shelve(now, "1", "Опыт", body=f"{long}Куплен <b>трактор</b> для уборки снега. {long}")

    (hit,) = look("трактора снег", now).hits

    assert marked(hit.snippet) == ["трактор", "снега"]
    assert "<b>" in "".join(piece.text for piece in hit.snippet)
    assert sum(len(piece.text) for piece in hit.snippet) < 300


def test_filters_hold_together_and_a_facet_leaves_its_own_out(cast: Any, now: Any) -> None:
    place = {"municipality": cast.askarovo, "kopecks": 30_000_000, "year": 2019}
    shelve(now, "1", "Дорога", local_issues=("131-14-5",), **place)
    shelve(now, "2", "Дорога к ферме", municipality=cast.ufa, kopecks=5_000_000, year=2020)
    shelve(now, "3", "Мост", **place)

    only = look("дорога", now, costs=("to-500k",), territory="80601000", years=(2019,))
    counted = facets(visitor(None, now), "дорога", Filters(years=(2019,)))

    assert titles(only) == ["Дорога"]
    assert counted["year"] == (("2019", 1), ("2020", 1))
    assert counted["district"] == (("80601000", 1),)
    assert counted["local_issue"] == (("131-14-5", 1),)
    assert counted["cost"] == (("to-500k", 1),)
    assert counted.bounded is False


def test_a_list_without_words_is_sorted_as_asked(cast: Any, now: Any) -> None:
    cast.askarovo.populations.create(year=2019, people=7_000, source="перепись")
    cast.almukhametovo.populations.create(year=2019, people=900, source="перепись")
    shelve(now, "1", "Дорогая", kopecks=900, municipality=cast.askarovo)
    shelve(now + timedelta(1), "2", "Дешёвая", kopecks=100, municipality=cast.almukhametovo)
    shelve(now + timedelta(2), "3", "Без суммы")

    assert titles(look("", now)) == ["Без суммы", "Дешёвая", "Дорогая"]
    assert titles(look("", now, sort="cheap")) == ["Дешёвая", "Дорогая", "Без суммы"]
    near = look("", now, sort="near_size", near=6_500)
    assert titles(near) == ["Дорогая", "Дешёвая", "Без суммы"]


def test_suggestions_are_titles_that_begin_so_or_have_the_words(cast: Any, now: Any) -> None:
    shelve(now, "1", "Ремонт дороги", municipality=cast.askarovo)
    shelve(now, "2", "Дорожные знаки", body="Ремонт и установка")
    shelve(now, "3", "Мост")

    found = suggest(visitor(None, now), "доро")

    assert [one.text for one in found] == ["Дорожные знаки", "Ремонт дороги"]
    assert found[1].place == cast.askarovo
    assert [one.text for one in suggest(visitor(None, now), "ремонт до")] == ["Ремонт дороги"]
    assert suggest(visitor(None, now), "щщщ") == ()


@pytest.mark.parametrize("query", ['"', "NEAR(а б)", "title:*", "& | !", "' OR 1", "%", "ы" * 5000])
def test_nonsense_finds_nothing_and_breaks_nothing(query: str, cast: Any, now: Any) -> None:
    shelve(now, "1", "Мост")

    assert look(query, now).total == 0
    assert suggest(visitor(None, now), query) == ()


def test_a_search_costs_as_many_queries_with_many_cards_as_with_few(cast: Any, now: Any) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert look("ремонт дороги", now).total
            facets(visitor(None, now), "ремонт дороги", Filters())
            suggest(visitor(None, now), "ремо")
        return len(queries)

    for number in range(4):
        shelve(now, str(number), f"Ремонт дороги {number}", municipality=cast.askarovo)
    few = cost()
    for number in range(4, 40):
        shelve(now, str(number), f"Ремонт дороги {number}", municipality=cast.ufa)

    assert cost() == few <= 21
