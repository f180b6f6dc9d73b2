"""Names in signatures and lists. The people are invented."""

import pytest

from rost.core.language import full_name, initials, split_name


@pytest.mark.parametrize(
    ("family", "given", "patronymic", "short"),
    [
        ("Щепачев", "Виктор", "Александрович", "В.А.\u00a0Щепачев"),
        ("Юлаева", "Гөлнара", "", "Г.\u00a0Юлаева"),
        ("Ғәлиев", "Азат", "Рәшит улы", "А.Р.\u00a0Ғәлиев"),
        ("Ғәлиева", "Әлфиә", "Рәшит ҡыҙы", "Ә.Р.\u00a0Ғәлиева"),
        ("Петрова-Иванова", "Анна-Мария", "Ильинична", "А.-М.И.\u00a0Петрова-Иванова"),
        ("Ли", "", "", "Ли"),
        ("", "Гузель", "", "Гузель"),
        ("  ", "", "", ""),
    ],
)
def test_initials(family: str, given: str, patronymic: str, short: str) -> None:
    assert initials(family, given, patronymic) == short


def test_full_name() -> None:
    assert full_name(" Юлаева ", "Гөлнара", "") == "Юлаева Гөлнара"
    assert full_name("Ғәлиев", "Азат", "Рәшит улы") == "Ғәлиев Азат Рәшит улы"


def test_a_name_in_one_cell_is_taken_apart() -> None:
    assert split_name("Ғәлиев  Азат Рәшит улы") == ("Ғәлиев", "Азат", "Рәшит улы")
    assert split_name("Юлаева") == ("Юлаева", "", "")
    assert split_name("") == ("", "", "")
