"""Results of an adoption beside those of the original: a table, and a plot where figures allow.

Values are as people write them; a figure is taken from the beginning of the text, no more is
guessed. Indicators are the same where their names are, letter case and spaces aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from rost.core.language import fold
from rost.core.passport import Passport, Result
from rost.library.models import AdoptionResult

FIGURE = re.compile(r"^[-−]?\d[\d\s\u00a0]*(?:[.,]\d+)?")
WIDTH, BAR, GAP = 180, 14, 6
THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the plot; `kind` is theirs_before, theirs, before, m6 or m12."""

    kind: str
    text: str
    y: int
    width: int


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator: the original before and after, here before, after 6 and 12 months."""

    indicator: str
    unit: str
    original: tuple[str, str]
    here: tuple[str, str, str]
    bars: tuple[Bar, ...]

    @property
    def height(self) -> int:
        return len(self.bars) * (BAR + GAP)


def results_in(stored: Any) -> tuple[Result, ...]:
    """Stored rows as values; of another shape, nothing."""
    rows = stored if isinstance(stored, list) else []
    return tuple(
        Result(*(str(one.get(name) or "") for name in ("indicator", "before", "after", "unit")))
        for one in rows
        if isinstance(one, dict) and one.get("indicator")
    )


def compared(passport: Passport, told: Sequence[AdoptionResult]) -> tuple[Row, ...]:
    """Indicators of the original in its order, then those that were only measured here."""
    by_months = {
        one.months: {fold(row.indicator).strip(): row for row in results_in(one.results)}
        for one in told
        if one.told_at is not None
    }
    names: dict[str, Result] = {fold(one.indicator).strip(): one for one in passport.results}
    for rows in by_months.values():
        for name, row in rows.items():
            names.setdefault(name, Result(row.indicator, unit=row.unit))
    original = {fold(one.indicator).strip() for one in passport.results}
    return tuple(
        row_of(names[name], name in original, [by_months.get(n, {}).get(name) for n in (6, 12)])
        for name in names
    )


def row_of(known: Result, is_original: bool, told: Sequence[Result | None]) -> Row:
    befores = [one.before for one in told if one is not None and one.before]
    units = [one.unit for one in told if one is not None and one.unit]
    here = (
        befores[0] if befores else "",
        told[0].after if told[0] is not None else "",
        told[1].after if told[1] is not None else "",
    )
    here = (whole(here[0]), whole(here[1]), whole(here[2]))
    first = (whole(known.before), whole(known.after)) if is_original else ("", "")
    values = zip(("theirs_before", "theirs", "before", "m6", "m12"), (*first, *here), strict=True)
    bars = bars_of(values) if any(here) else ()  # nothing here, nothing to compare
    return Row(known.indicator, known.unit or (units or [""])[0], first, here, bars)


def bars_of(values: Iterable[tuple[str, str]]) -> tuple[Bar, ...]:
    """Bars from zero; none where fewer than two values are figures, or one is below zero."""
    figures = [(kind, text, figure(text)) for kind, text in values if text]
    known = [(kind, text, one) for kind, text, one in figures if one is not None]
    if len(known) < 2 or len(known) < len(figures) or any(one < 0 for *_, one in known):
        return ()
    most = max(one for *_, one in known) or Decimal(1)
    return tuple(
        Bar(kind, text, number * (BAR + GAP), max(1, round(WIDTH * one / most)))
        for number, (kind, text, one) in enumerate(known)
    )


def whole(text: str) -> str:
    """A figure is not parted at the end of a line."""
    return THOUSANDS.sub("\u00a0", text)


def figure(text: str) -> Decimal | None:
    """
    >>> figure("1 050,5 кг"), figure("много")
    (Decimal('1050.5'), None)
    """
    found = FIGURE.match(text.strip())
    if found is None:
        return None
    plain = re.sub(r"\s", "", found.group().replace("\u00a0", "")).replace(",", ".")
    try:
        return Decimal(plain.replace("−", "-"))
    except InvalidOperation:
        return None
