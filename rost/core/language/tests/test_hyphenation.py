from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rost.core.language.hyphenation import SOFT_HYPHEN, with_soft_hyphens

# Divided by hand after the rule of docs/algorithms/hyphenation.md; «-» is where a break may be.
WORDS = """
ҡа-ла ба-ла-лар кил-де Баш-ҡор-тос-тан рес-пуб-ли-ка бил-дә
тер-кә-леү кат-на-шыу-сы ойош-то-роу-сы тәж-ри-бә ки-тап-ха-на
мәк-тәп ауыл ауыл-дар тау-ҙар тыу-ған тәү-ге һыу-һыҙ
яуап яуап-лы уа-ҡыт ҡы-уаҡ да-уам ҡы-уа-ныс-лы эш-ҡы-уар
уйын уҡыу уҡы-уы алыу бу-ла-саҡ ҡу-ян уя-ныу тә-үе
ба-ян ҡо-яш йә-йәү ра-йо-ны той-ғо
би-лә-мә-һе ха-ки-ми-әт баш-лыҡ-тар урын-да-ғы үҙи-да-ра
фев-раль сен-тябрь ок-тябрь ап-рель ғинуар дуа-мал суал-сыҡ
мәсь-ә-лә тәь-мин тәь-ҫир Ҡөрь-ән аль-бом подъ-езд ком-пью-тер
инс-ти-тут конт-ракт ҡарт-лыҡ прог-рам-ма аэ-ро-порт тер-ри-то-ри-я-лар
эш эт март им ант ил
"""


def divided(word: str) -> str:
    return with_soft_hyphens(word, "ba").replace(SOFT_HYPHEN, "-")


@pytest.mark.parametrize("word", WORDS.split())
def test_words(word: str) -> None:
    assert divided(word.replace("-", "")) == word


@pytest.mark.parametrize(
    "text",
    [
        "СССР",
        "БДУ",
        "БашДУ",
        "2020-се",
        "башҡорт2",
        "kala",
        "ҡалаmodern",
        "example@example.org",
        "башҡорт@мәктәп.рф",
        "https://example.org/баш/мәктәп",
        "мәктәп.рф",
        "баш\u00adҡорт",
        "баи\u0306рам",
        "",
        " \n ",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert with_soft_hyphens(text, "ba") == text


def test_parts_of_a_word_with_a_hyphen_are_words() -> None:
    assert divided("аҡ-ҡаралы") == "аҡ-ҡа-ра-лы"


def test_signs_around_words_stay() -> None:
    assert divided("«Ҡала, ҡала»!\nҡала…") == "«Ҡа-ла, ҡа-ла»!\nҡа-ла…"


def test_russian_is_the_typesetters_business() -> None:
    assert with_soft_hyphens("Муниципалитеты – территории роста", "ru") == (
        "Муниципалитеты – территории роста"
    )


@given(st.text(alphabet="абвҡыуүәйьъеяюи- 1A", max_size=30))
def test_only_soft_hyphens_are_added_and_two_letters_stay_on_each_side(text: str) -> None:
    hyphened = with_soft_hyphens(text, "ba")

    assert hyphened.replace(SOFT_HYPHEN, "") == text
    for word in hyphened.replace("-", " ").split():
        parts = word.split(SOFT_HYPHEN)
        if len(parts) > 1:
            assert len(parts[0]) >= 2
            assert len(parts[-1]) >= 2
            assert all(part[0] not in "ьъ" for part in parts[1:])
