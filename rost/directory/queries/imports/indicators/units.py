"""Units as lists write them, and how much of ours one of theirs is."""

from __future__ import annotations

from rost.core.language import fold

MONEY, LENGTH, AREA, PEOPLE, COUNT, SHARE, DENSITY = range(7)
HEADS = 7
FAMILIES: dict[int, dict[str, float]] = {
    MONEY: {
        "руб": 0.001,
        "рубль": 0.001,
        "рублей": 0.001,
        "тыс руб": 1,
        "тысяча рублей": 1,
        "тысяч рублей": 1,
        "млн руб": 1_000,
        "миллион рублей": 1_000,
        "миллионов рублей": 1_000,
        "млрд руб": 1_000_000,
        "миллиард рублей": 1_000_000,
    },
    LENGTH: {"м": 0.001, "метр": 0.001, "метров": 0.001, "км": 1, "километр": 1, "километров": 1},
    AREA: {
        "м2": 1,
        "кв м": 1,
        "квадратный метр": 1,
        "тыс м2": 1_000,
        "тыс кв м": 1_000,
        "тысяча квадратных метров": 1_000,
        "тысяча метров квадратных": 1_000,
        "га": 10_000,
        "гектар": 10_000,
        "гектаров": 10_000,
        "тыс га": 10_000_000,
        "км2": 1_000_000,
        "кв км": 1_000_000,
        "квадратный километр": 1_000_000,
    },
    PEOPLE: {"чел": 1, "человек": 1, "тыс чел": 1_000, "тысяча человек": 1_000},
    COUNT: {
        "ед": 1,
        "единица": 1,
        "единиц": 1,
        "шт": 1,
        "штука": 1,
        "штук": 1,
        "тыс ед": 1_000,
        "тысяча единиц": 1_000,
    },
    HEADS: {"гол": 1, "голова": 1, "голов": 1, "тыс гол": 1_000, "тысяча голов": 1_000},
    SHARE: {"процент": 1, "процентов": 1, "промилле": 0.1, "доля": 100, "доля единицы": 100},
    DENSITY: {"чел на км2": 1, "чел км2": 1, "человек на квадратный километр": 1},
}
OURS: dict[str, tuple[int, float]] = {
    "thousand_roubles": (MONEY, 1),
    "km": (LENGTH, 1),
    "km2": (AREA, 1_000_000),
    "m2": (AREA, 1),
    "people": (PEOPLE, 1),
    "people_km2": (DENSITY, 1),
    "count": (COUNT, 1),
    "count_thousand": (COUNT, 1),
    "head": (HEADS, 1),
    "percent": (SHARE, 1),
}
SIGNS = {"%": "процент", "‰": "промилле"}


def ratio(told: str, ours: str) -> float | None:
    """How many of our units one of the told is; None where they do not go together.

    A list that names no unit is taken to use ours.
    """
    if not told.strip():
        return 1.0
    if ours not in OURS:
        return None
    family, own = OURS[ours]
    factor = FAMILIES[family].get(_key(told))
    return None if factor is None else factor / own


def is_unit(text: str) -> bool:
    return any(_key(text) in units for units in FAMILIES.values())


def _key(told: str) -> str:
    return SIGNS.get(told.strip()) or fold(told.replace("²", "2").replace("/", " на "))
