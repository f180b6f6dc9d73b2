"""Money, sizes and plural forms; ~ stands for a no-break space in the expectations."""

from decimal import Decimal

import pytest

from rost.core.language import money_text, number_text, plural_ru, size_text


@pytest.mark.parametrize(
    ("amount", "language", "text"),
    [
        (928225, "ru", "928~225~руб."),
        (Decimal("1250345.50"), "ru", "1~250~345,50~руб."),
        (Decimal("928225.00"), "ru", "928~225~руб."),
        (Decimal("0.005"), "ru", "0,01~руб."),
        (Decimal(-1500), "ru", "−1~500~руб."),
        (0, "ru", "0~руб."),
        (928225, "ba", "928~225~һум"),
        (Decimal("1250345.50"), "en", "1,250,345.50~roubles"),
        (1, "en", "1~rouble"),
    ],
)
def test_money(amount: int | Decimal, language: str, text: str) -> None:
    assert money_text(amount, language) == text.replace("~", "\u00a0")


def test_number() -> None:
    assert number_text(4091423) == "4\u00a0091\u00a0423"
    assert number_text(Decimal("2.345"), decimals=2) == "2,35"
    assert number_text(Decimal("-0.2")) == "0"


@pytest.mark.parametrize(
    ("size", "language", "text"),
    [
        (0, "ru", "0~байт"),
        (1, "ru", "1~байт"),
        (2, "ru", "2~байта"),
        (512, "ru", "512~байт"),
        (1, "en", "1~byte"),
        (1024, "ru", "1~КБ"),
        (1536, "ru", "1,5~КБ"),
        (102400, "ru", "100~КБ"),
        (1024 * 1024 - 1, "ru", "1~МБ"),
        (1_258_291, "ru", "1,2~МБ"),
        (1_258_291, "ba", "1,2~МБ"),
        (1_258_291, "en", "1.2~MB"),
        (10 * 1024**2 - 1, "ru", "10~МБ"),
        (5 * 1024**5, "ru", "5~120~ТБ"),
    ],
)
def test_size(size: int, language: str, text: str) -> None:
    assert size_text(size, language) == text.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (0, "мест"),
        (1, "место"),
        (2, "места"),
        (5, "мест"),
        (11, "мест"),
        (12, "мест"),
        (21, "место"),
        (24, "места"),
        (111, "мест"),
        (1001, "место"),
        (-1, "место"),
    ],
)
def test_russian_plural(number: int, word: str) -> None:
    assert plural_ru(number, "место", "места", "мест") == word
