"""What of a text is indexed, and how a query is read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rost.core.language import (
    bashkir_stem,
    distance,
    fold,
    folded_stem,
    loose_words,
    read_query,
    words,
)
from rost.core.language.search.keyboard import on_the_other_layout
from rost.core.language.tests.bashkir_forms import all_forms, joined

TOKEN = re.compile("[0-9a-zа-яҡғҙҫңөүәһ]+")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Дороги, дорогами и дорогу", "дорог дорог дорог"),
        ("люди, человек", "человек человек"),
        ("Ёлка у ёлки", "елк елк"),
        ("ППМИ, ФАПы и воркауты", "ппми фап воркаут"),  # not in the dictionary
        ("Закон № 131-ФЗ", "закон 131фз 131 фз"),
        ("закон 131 ФЗ", "закон 131фз 131 фз"),
        ("дом № 5", "дом 5"),
        ("2,5 км", "2d5 2 5 км"),
        ("928 225 руб.", "928225 руб"),
        ("18.02.2020", "20200218 18 феврал 2020"),
        ("18 февраля 2020 года", "20200218 18 феврал 2020"),
        ("в 1990-х", "1990"),
        ("северо-запад", "северозапад север запад"),
        ("glava@mail.ru", "glavamailru glava mail ru"),
        ("https://sovet.ru/forum", "sovetruforum sovet ru forum"),
        ("какой и сколько, что и где?", ""),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


def test_a_text_of_one_language_holds_words_of_the_other() -> None:
    assert words("Ауылдың һыуы", "ru") == words("ауыл һыу", "ba")
    assert "администрац" in words("район администрацияһының", "ba")


def test_loose_words_are_forms_as_they_stand_and_as_they_are_typed() -> None:
    assert loose_words("людей") == ("людей", "люд")
    assert "хыу" in loose_words("һыуҙарға", "ba")


@given(st.text())
def test_no_token_is_parted_again(text: str) -> None:
    found = [*words(text), *loose_words(text), *words(text, "ba")]

    assert [one for one in found if not TOKEN.fullmatch(one) and one.isascii()] == []
    assert [one for one in found if not one.isalnum()] == []


def test_forms_of_bashkir_words_are_joined() -> None:
    for held, least_recall in ((False, 0.98), (True, 0.93)):
        for stem in (bashkir_stem, folded_stem):
            recall, precision = joined(all_forms(held=held).values(), stem)
            assert recall >= least_recall
            assert precision >= 0.98


def test_a_word_without_the_bashkir_layout_meets_the_right_one() -> None:
    for typed in ("хыузарга", "мэктэптэ", "эсэ"):
        (word,) = read_query(typed).words
        meant = {"хыузарга": "һыу", "мэктэптэ": "мәктәптәр", "эсэ": "әсәһе"}[typed]
        assert {*word.loose} & {*loose_words(meant, "ba")}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ljhjub", "дороги"),
        ("ljhjub d ctkt", "дороги в селе"),
        ("jcdtotybt ekbw", "освещение улиц"),
        ("Vecjh", "Мусор"),
        (";tktpj", "железо"),
        ("ljhj", "доро"),  # not yet finished
        ("vfrnfg", "мактап"),  # Bashkir мәктәп
        ("цшаш", "wifi"),
        ("дороги", ""),
        ("ТКО", ""),
        ("егрн", ""),
        ("wi-fi", ""),
        ("pdf", ""),
        ("excel", ""),
        ("public", ""),
        ("мәктәп", ""),
        ("мактап", ""),
        ("131", ""),
        ("", ""),
    ],
)
def test_the_other_layout(typed: str, meant: str) -> None:
    assert read_query(typed).keyboard == meant.lower()


def test_what_the_collection_knows_is_not_turned() -> None:
    assert read_query("ljhjub", known=lambda word: word == "ljhjub").keyboard == ""
    assert read_query("tls", known=lambda word: word == "tls").keyboard == ""


@given(st.text(st.sampled_from("абвгдежзийклмнопрстуфхцчшщъыьэюя")))
def test_both_ways_round(text: str) -> None:
    assert on_the_other_layout(on_the_other_layout(text)) == text


def test_an_unfinished_word() -> None:
    (word,) = read_query("освещени", typing=True).words
    (finished,) = read_query("освещени ", typing=True).words

    assert "освещен" in word.stems
    assert word.starts == ("освещени", "освещен")
    assert finished.starts == ()


@pytest.mark.parametrize("start", range(3, 10))
def test_every_beginning_finds_its_word(start: int) -> None:
    indexed = {*words("освещение"), *loose_words("освещение")}
    (word,) = read_query("освещение"[:start], typing=True).words

    assert [one for one in indexed if one.startswith(word.starts)]


@pytest.mark.parametrize(
    "typed",
    ["\x00\x00", '((( OR " * : ^ NEAR/2 {', "x" * 10_000, "a." * 5_000, "1-" * 5_000, "и " * 5_000],
)
def test_hostile_queries_are_harmless(typed: str) -> None:
    query = read_query(typed, typing=True)

    assert len(query.words) <= 24
    assert len(query.typed) <= 400
    stems = [stem for word in query.words for stem in (*word.stems, *word.loose, *word.starts)]
    assert [stem for stem in stems if not stem.isalnum()] == []


@pytest.mark.parametrize(
    ("a", "b", "slips"),
    [
        ("дорога", "дорога", 0),
        ("дорога", "дарога", 1),
        ("дорога", "доорга", 1),
        ("дорога", "дорг", 2),
        ("дорога", "мост", None),
        ("", "аб", 2),
        ("абв", "", None),
        ("ca", "abc", None),  # a piece is edited once: three slips
    ],
)
def test_distance(a: str, b: str, slips: int | None) -> None:
    assert distance(a, b) == slips


@given(st.text("абв", max_size=6), st.text("абв", max_size=6))
def test_distance_is_that_of_the_whole_table(a: str, b: str) -> None:
    whole = whole_table(a, b)

    assert distance(a, b) == (whole if whole <= 2 else None)
    assert distance(a, b, most=6) == whole


def whole_table(a: str, b: str) -> int:
    """The same distance without a band (Boytsov 2011, 2.2.1)."""
    rows = [[0] * (len(b) + 1) for _row in range(len(a) + 1)]
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if not i or not j:
                rows[i][j] = i or j
                continue
            changed = rows[i - 1][j - 1] + (a[i - 1] != b[j - 1])
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, changed)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


def test_folding_a_stem_is_not_needed_twice() -> None:
    assert folded_stem(fold("Һыуҙарға")) == folded_stem("һыуҙарға")
