"""Texts kept to the signs that the fonts have."""

from __future__ import annotations

import pytest

from rost.documents.adapters.fonts import drawable, faces
from rost.documents.adapters.lettering import legible
from rost.documents.tests.looking import BASHKIR, ENDLESS_NAME, bare


def test_both_fonts_have_all_letters_of_the_three_languages() -> None:
    alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя" + BASHKIR + "abcdefghijklmnopqrstuvwxyz"

    assert set(alphabet + alphabet.upper() + "«»„“”–—№§…−×₽\u00a0") - drawable() == set()


def test_widths_are_known_in_four_faces() -> None:
    assert sorted(faces()) == [
        "PT Sans bold",
        "PT Sans regular",
        "PT Serif bold",
        "PT Serif regular",
    ]
    assert faces()["PT Sans regular"]["Щ"] > faces()["PT Sans regular"]["і"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ғәлиев Илдар Рәшит улы", "Ғәлиев Илдар Рәшит улы"),
        ("Гу\u0438\u0306", "Гуй"),  # two signs that are one letter
        ("Ан\u0301на", "Ан\u0301на"),  # a stress
        ("Ан\u0489на", "Анна"),
        ("Мария 😀", "Мария ?"),
        ("abc\u202edef", "abcdef"),
        ("\x00\x1bИ\u200eван", "Иван"),
        ("Ｉ２", "I2"),
        ("ế", "é"),
        ("10\u202f000", "10\u00a0000"),
        ("李", "?"),
        ("a\ud800b", "ab"),
    ],
)
def test_what_cannot_be_drawn_is_written_plainly(typed: str, shown: str) -> None:
    assert legible(typed) == shown


def test_an_endless_word_gets_places_to_break() -> None:
    shown = legible(ENDLESS_NAME)

    assert bare(shown) == bare(ENDLESS_NAME)
    assert max(len(part) for part in shown.split("\u200b")) <= 12


def test_an_address_breaks_at_its_signs() -> None:
    assert legible("rami.akhmetova@example.org") == "rami.\u200bakhmetova@\u200bexample.\u200borg"
    assert legible("т. е. в 10.00 и/или в 11.00") == "т. е. в 10.00 и/или в 11.00"


def test_a_long_double_name_breaks_at_its_hyphens_only() -> None:
    name = "Абдрахманова-Мухаметгалеева-Ҡотлобулатова-Ҡәнзәфәрова"

    assert legible(name) == name
