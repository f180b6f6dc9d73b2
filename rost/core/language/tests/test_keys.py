"""Keys by which names are found and put in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rost.core.language import BASHKIR_ALPHABET, fold, sort_key

RUSSIAN_ALPHABET = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
WORDS = st.text(st.sampled_from(BASHKIR_ALPHABET.replace("ё", "")), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Әбйәлил районы", "абйалил районы"),
        ("Ҡырмыҫҡалы", "кырмыскалы"),
        ("ӨФӨ", "офо"),
        ("Һаҡмар", "хакмар"),
        ("Аҙнағол Ғәҙел Үҙән Моңло", "азнагол газел узан монло"),
        ("Семёновка", "семеновка"),
        ("Усть-Ивановский  сельсовет", "усть ивановский сельсовет"),
        ("Дом\u00a0№\u00a05", "дом 5"),
        ("«Агидель»", "агидель"),
        ("Уфа\u0301", "уфа"),
        ("и\u0306", "й"),
        ("ми\u00adр", "мир"),
        ("", ""),
        ("—", ""),
    ],
)
def test_fold(typed: str, key: str) -> None:
    assert fold(typed) == key


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from(BASHKIR_ALPHABET + BASHKIR_ALPHABET.upper() + " -")))
def test_fold_leaves_only_letters_of_the_russian_keyboard(text: str) -> None:
    assert set(fold(text)) <= set(RUSSIAN_ALPHABET) - {"ё"} | {" "}


def in_order(*names: str) -> bool:
    return sorted(names, key=sort_key) == list(names)


def test_order_of_the_bashkir_alphabet() -> None:
    letters = [letter for letter in BASHKIR_ALPHABET if letter != "ё"]
    assert len(BASHKIR_ALPHABET) == 42
    assert in_order(*letters)


def test_order_of_russian_names() -> None:
    assert in_order("Абзаев", "Ёлкин", "Ельцов", "Жуков", "Йолкин", "Кузнецов", "Яковлев")
    assert in_order("Федоров", "Фёдоров", "Федотов")


def test_order_of_bashkir_names() -> None:
    assert in_order("Гафури", "Ғафури", "Дәүләт", "Килмәк", "Ҡыпсаҡ", "Лена")
    assert in_order("Таһир", "Тимер", "Туҡай", "Үтәгән", "Фәрит", "Хәлил", "Һәҙиә", "Цирк")
    assert in_order("Эльвира", "Әлфиә", "Юлай")


def test_a_shorter_name_comes_first_and_words_are_compared_one_by_one() -> None:
    assert in_order("Ан", "Ан Сергей", "Анна", "Анна Павлова", "Аннина")
    assert in_order("Федор", "Фёдор", "Федор Иванов")


def test_numbers_are_compared_by_value() -> None:
    assert in_order("Школа № 2", "Школа № 10", "Школа Агидель")


def test_case_quotes_and_hyphens_do_not_matter() -> None:
    assert sort_key("«УСТЬ-КАТАВ»") == sort_key("Усть Катав")


def test_cyrillic_before_latin_before_the_rest() -> None:
    assert in_order("Яна", "Alpha", "Éclair", "Zeta", "中文")


@given(st.text())
def test_a_key_is_digits_only(text: str) -> None:
    assert set(sort_key(text)) <= set("0123456789")


@given(WORDS, WORDS)
def test_words_stand_as_their_letters_in_the_alphabet(one: str, other: str) -> None:
    by_letters = [BASHKIR_ALPHABET.index(x) for x in one] < [
        BASHKIR_ALPHABET.index(x) for x in other
    ]
    assert (sort_key(one) < sort_key(other)) == by_letters
