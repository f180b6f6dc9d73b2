"""Closed lists as people write them in tables, and sums and years out of what they type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from rost.core.conditions import Need
from rost.core.language import fold
from rost.core.passport import MOST_KOPECKS

# The first word of each is what a workbook of ours says; the rest is understood too.
SOURCES: Mapping[str, tuple[str, ...]] = {
    "federal": ("Федеральный бюджет", "федеральный", "фб"),
    "republican": (
        "Бюджет Республики",
        "республиканский бюджет",
        "региональный бюджет",
        "бюджет рб",
        "республиканский",
        "региональный",
        "ппми",
    ),
    "local": (
        "Местный бюджет",
        "бюджет поселения",
        "бюджет района",
        "муниципальный бюджет",
        "местный",
    ),
    "business": (
        "Бизнес",
        "предприниматели",
        "спонсоры",
        "спонсорские средства",
        "юридические лица",
    ),
    "residents": ("Жители", "население", "средства населения", "средства жителей", "граждане"),
    "grant": ("Грант", "гранты", "фонд президентских грантов"),
    "other": ("Другое", "прочее", "иное", "внебюджетные средства", "внебюджетные источники"),
}
PARTNERS: Mapping[str, tuple[str, ...]] = {
    "authority": ("Орган власти", "администрация", "министерство", "власть"),
    "ngo": ("НКО", "общественная организация", "тос", "совет ветеранов"),
    "business": ("Бизнес", "предприниматель", "предприятие", "ооо", "ип", "кфх"),
    "residents": ("Жители", "население", "волонтёры", "добровольцы"),
    "other": ("Другое", "прочее", "иное"),
}
NEEDS: Mapping[str, tuple[str, ...]] = {
    Need.PEOPLE: ("Жители", "население", "число жителей"),
    Need.MONEY: ("Деньги", "средства", "деньги руб"),
    Need.STAFF: ("Работники", "сотрудники", "кадры"),
    Need.POWER: ("Полномочие", "полномочия"),
    Need.LAND: ("Земля или помещение", "земля", "помещение", "участок"),
    Need.PARTNER: ("Партнёр", "партнеры"),
    Need.TERM: ("Срок, месяцев", "срок", "срок месяцев"),
}
LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "ru": ("русский", "рус"),
    "ba": ("башкирский", "башҡортса", "баш"),
    "en": ("английский", "англ"),
}
YES_WORDS = ("да", "1", "+", "true", "yes", "эйе", "обязательно", "есть")
NO_WORDS = ("", "нет", "0", "-", "false", "no", "юҡ", "юк")
SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
NOT_WORDS = re.compile(r"[\W_]+")
YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")
SUM = re.compile(
    r"(?P<figures>\d[\d\s\u00a0\u202f\u2009]*(?:[.,]\d+)?)\s*(?P<scale>тыс|млн|млрд)?\.?\s*"
    r"(?P<unit>₽|руб|р\b)?",
    re.IGNORECASE,
)
SCALES = {"": 1, "тыс": 10**3, "млн": 10**6, "млрд": 10**9}


def plain(text: str) -> str:
    """Small letters without signs: what two spellings are compared by."""
    return NOT_WORDS.sub(" ", fold(text)).strip()


def word_of(code: str, words: Mapping[str, tuple[str, ...]]) -> str:
    """A code nobody knows is written as it is."""
    return words[code][0] if code in words else code


def code_of(text: str, words: Mapping[str, tuple[str, ...]]) -> str | None:
    """
    >>> code_of("местный бюджет", SOURCES)
    'local'
    """
    told = plain(text)
    for code, names in words.items():
        if told == plain(code) or any(told == plain(name) for name in names):
            return str(code)
    return None


def code_within(text: str, words: Mapping[str, tuple[str, ...]]) -> str | None:
    """The list's word that stands somewhere in a line; the longest one wins."""
    told = f" {plain(text)} "
    found = [
        (len(name), str(code))
        for code, names in words.items()
        for name in names
        if f" {plain(name)} " in told
    ]
    return max(found)[1] if found else None


def yes_or_no(text: str) -> bool | None:
    told = text.strip().casefold()
    if told in YES_WORDS:
        return True
    return False if told in NO_WORDS else None


def kopecks_in(text: str) -> int | None:
    """A cell that holds a sum and nothing else: «1 250 345,50», «500 тыс. руб.».

    >>> kopecks_in("1 250 345,50 руб.")
    125034550
    >>> kopecks_in("1,2 млн")
    120000000
    """
    found = SUM.match(text.strip())
    if found is None or text.strip()[found.end() :].strip(". "):
        return None
    return amount(found)


def kopecks_within(text: str) -> tuple[int, str] | None:
    """The sum that stands in a line and the line without it; one with its unit goes first."""
    found = [one for one in SUM.finditer(text) if amount(one) is not None]
    told = [one for one in found if one["unit"] or one["scale"]] or found
    if not told:
        return None
    best = told[-1]
    rest = f"{text[: best.start()]} {text[best.end() :]}"
    kopecks = amount(best)
    return (kopecks, rest) if kopecks is not None else None


def amount(found: re.Match[str]) -> int | None:
    figures = SPACES.sub("", found["figures"]).replace(",", ".")
    try:
        exact = Decimal(figures) * SCALES[(found["scale"] or "").lower()] * 100
    except InvalidOperation:
        return None
    whole = int(exact)
    return whole if exact == whole and whole <= MOST_KOPECKS else None


def year_in(text: str) -> int | None:
    """The last year named: a work of several years is of the one in which it ended."""
    found = [int(one.group()) for one in YEAR.finditer(text)]
    return found[-1] if found else None
