"""Words that stand for each other, and what editors change in the list."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from conftest import NOW
from rost.catalogue.actions.synonyms import (
    AlreadyListed,
    NothingToFind,
    add_synonym,
    switch_synonym,
)
from rost.catalogue.models import Synonym, Way
from rost.catalogue.queries.synonyms import DATA, Alternative, Term, synonyms_of, terms
from rost.core.language import read_query

pytestmark = pytest.mark.django_db


def found(query: str) -> set[str]:
    return {" ".join(one.stems) for one in synonyms_of(read_query(query).words)}


def term(group: str, said: str) -> Term:
    return next(one for one in terms() if (one.group, one.words) == (group, said))


def test_the_list_is_whole() -> None:
    with DATA.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))

    assert len(rows) >= 320
    assert {row["way"] for row in rows} == {*Way.values}
    assert {row["language"] for row in rows} == {"ru", "ba"}
    assert len({(row["group"], row["words"]) for row in rows}) == len(rows)
    assert min(Counter(row["group"] for row in rows).values()) > 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ТКО", "отход"),
        ("мусор", "тко"),
        ("фонари", "освещен"),
        ("дорожный", "дорог"),
        ("дорога", "юл"),
        ("юлдар", "дорог"),
        ("хыу", "вод"),  # һыу without the Bashkir layout
        ("ФАПы", "фельдшерск акушерск пункт"),
        ("131-ФЗ", "закон местн самоуправлен"),
    ],
)
def test_one_finds_the_other(typed: str, meant: str) -> None:
    assert meant in found(typed)


def test_a_term_of_several_words_stands_for_all_of_them() -> None:
    sought = read_query("ремонт дома культуры").words

    assert Alternative((1, 2), ("сдк",)) in synonyms_of(sought)
    assert [one for one in synonyms_of(sought) if one.places == (2,)] == []


def test_a_word_of_one_way() -> None:
    assert "сабант" in found("праздник")
    assert "фестивал" not in found("сабантуй")


def test_an_editor_adds_a_word() -> None:
    group = add_synonym(
        said="лампочки", same_as="Фонари", language="ru", way=Way.BOTH, note="", now=NOW
    )

    assert group == "light"
    assert "освещен" in found("лампочка")
    assert "лампочк" in found("освещение")


def test_an_editor_begins_a_group() -> None:
    add_synonym(said="снегоход", same_as="буран", language="ru", way=Way.TYPED, note="", now=NOW)

    assert found("снегоход") == {"бура"}
    assert found("буран") == set()


def test_an_editor_switches_a_word_off_and_on() -> None:
    switch_synonym(term=term("waste", "сор"), off=True, now=NOW)
    without = found("мусор")
    switch_synonym(term=term("waste", "сор"), off=False, now=NOW)

    assert "сор" not in without
    assert "сор" in found("мусор")
    assert Synonym.objects.count() == 0


def test_what_the_search_passes_by_is_refused() -> None:
    with pytest.raises(NothingToFind):
        add_synonym(said="или", same_as="мусор", language="ru", way=Way.BOTH, note="", now=NOW)
    with pytest.raises(AlreadyListed):
        add_synonym(said="Отходы", same_as="мусор", language="ru", way=Way.BOTH, note="", now=NOW)
