"""Latin letters for addresses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rost.core.language import slug, transliterate


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Муниципалитеты – территории роста", "Munitsipalitety - territorii rosta"),
        ("Щепачёв", "Shchepachyov"),
        ("ЩИТ и меч", "SHCHIT i mech"),
        ("БАГСУ", "BAGSU"),
        ("Я", "Ya"),
        ("Башҡортостан Республикаһы", "Bashqortostan Respublikahy"),
        ("Өфө ҡалаһы", "Ofo qalahy"),
        ("Ҙур Ңың Ҫәсән Үҙән Ғәли", "Dhur Ngyng Thasan Udhan Ghali"),
        ("объезд, ночь", "obezd, noch"),
        ("№\u00a05 «Агидель»…", 'N 5 "Agidel"...'),
        ("café", "cafe"),
        ("中", ""),
    ],
)
def test_transliterate(text: str, latin: str) -> None:
    assert transliterate(text) == latin


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Муниципалитеты – территории роста", "munitsipalitety-territorii-rosta"),
        ("Открытая лекция: «Бюджет»", "otkrytaya-lektsiya-byudzhet"),
        ("2020 год", "item-2020-god"),
        ("Я", "ya-item"),
        ("", "item"),
        ("—", "item"),
        ("中文", "item"),
    ],
)
def test_slug(text: str, made: str) -> None:
    assert slug(text) == made


def test_a_long_slug_is_cut_between_words() -> None:
    assert slug("Развитие сельских территорий Республики", maximum=24) == "razvitie-selskikh"
    assert slug("а" * 100, maximum=10) == "a" * 10


def test_the_word_for_a_text_without_letters_can_be_chosen() -> None:
    assert slug("№ 5", fallback="session") == "n-5-session"
    assert slug("!", fallback="зал") == "zal-zal"


@given(st.text(), st.integers(1, 20), st.integers(0, 60), st.text(st.characters(codec="utf-8")))
def test_a_slug_is_always_usable(text: str, minimum: int, more: int, fallback: str) -> None:
    made = slug(text, minimum, minimum + more, fallback=fallback)
    assert re.fullmatch(r"[a-z][a-z0-9-]*", made)
    assert minimum <= len(made) <= minimum + more


@given(st.text())
def test_transliteration_is_ascii(text: str) -> None:
    assert transliterate(text).isascii()
