"""One figure of a list: is it a number, in which unit, can it be at all."""

from __future__ import annotations

import re
from math import isfinite

from rost.core.language import fold
from rost.directory.models import Indicator, Shape

from .units import ratio

NO_DATA = {"", "-", "–", "—", "…", "...", "x", "х", "н/д", "нет данных", "null", "nan", "na"}
YES = {"1", "да", "есть", "имеется", "yes", "true", "эйе", "бар"}
NO = {"0", "нет", "отсутствует", "no", "false", "юк"}
SPACES = re.compile(r"[\s\u00a0\u202f]+")
FIRST_YEAR, LAST_YEAR = 1990, 2100
WHOLE_SHARE = 100
MOST = 1e15


def is_missing(text: str) -> bool:
    return text.strip().casefold() in NO_DATA


def year_of(text: str) -> int | None:
    """A year by itself or at the beginning of a date."""
    digits = text.strip()[:4]
    if not (digits.isascii() and digits.isdigit()) or text.strip()[4:5].isdigit():
        return None
    return int(digits) if FIRST_YEAR <= int(digits) <= LAST_YEAR else None


def number_of(text: str) -> float | None:
    """«1 250,5» or «12 %»; None for what is no number."""
    plain = SPACES.sub("", text).rstrip("%").replace(",", ".")
    try:
        number = float(plain)
    except ValueError:
        return None
    return number if isfinite(number) and abs(number) < MOST and "_" not in plain else None


def read_figure(indicator: Indicator, text: str, unit: str) -> tuple[float, str]:
    """The value in our unit, and what is wrong with it, if something is."""
    if indicator.shape == Shape.YES_NO:
        word = fold(text)
        if word in YES or word in NO:
            return float(word in YES), ""
        return 0.0, "yes_no_wrong"
    number = number_of(text)
    if number is None:
        return 0.0, "figure_wrong"
    if not unit and "%" in text:
        unit = "%"
    share = ratio(unit, indicator.unit)
    if share is None:
        return 0.0, "unit_wrong"
    value = number * share
    if value < 0:
        return value, "figure_negative"
    if indicator.unit == "percent" and value > WHOLE_SHARE:
        return value, "share_over"
    return round(value, 6), ""
