"""Cells of workbooks as people fill them: texts, numbers, names written a little differently."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path

from openpyxl import load_workbook

Row = Sequence[object]

_SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\t\n"))


class UnreadableWorkbook(ValueError):
    """A sheet or column that the format asks for is missing."""


def sheets(path: Path) -> dict[str, list[Row]]:
    """Every sheet by its name in small letters, rows as they stand."""
    try:
        book = load_workbook(path, data_only=True, read_only=True)
    except Exception as error:  # the library of workbooks lets anything through
        raise UnreadableWorkbook(f"{path.name}: not a workbook ({error})") from error
    found: dict[str, list[Row]] = {}
    for sheet in book.worksheets:
        if hasattr(sheet, "reset_dimensions"):
            sheet.reset_dimensions()  # some programs write wrong ones
        found[folded(sheet.title)] = [tuple(row) for row in sheet.iter_rows(values_only=True)]
    book.close()
    return found


def cell(row: Row, column: int) -> object:
    return row[column] if column < len(row) else None


def at(rows: Sequence[Row], row: int, column: int) -> object:
    return cell(rows[row], column) if row < len(rows) else None


def text(value: object) -> str:
    """Blank is empty; what is not blank stays as it is, since the checker compares it so."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    found = "" if value is None else str(value)
    return found if found.strip() else ""


def folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def number(value: object) -> Fraction:
    """Empty, words and what is not finite are nothing."""
    if isinstance(value, (int, float)):
        return Fraction(str(value)) if math.isfinite(value) else Fraction(0)
    try:
        return Fraction(text(value).translate(_SPACES).replace(",", "."))
    except (ValueError, ZeroDivisionError):
        return Fraction(0)


def whole(value: object) -> int:
    return int(number(value))


def people(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in text(value).split(", ") if name.strip()))


def scale(values: Iterable[Fraction]) -> int:
    """What these numbers are multiplied with to be whole, as far as that is sensible."""
    found = 1
    for value in values:
        found = math.lcm(found, value.denominator)
    return min(found, 1000)


class Names:
    """Names of one kind: each once, found again in another case or with other spaces."""

    def __init__(self, values: Iterable[object]) -> None:
        self.keys: list[str] = []
        self.cells: dict[str, object] = {}
        self._near: dict[str, str] = {}
        for value in values:
            self.new(value)

    def new(self, value: object) -> str:
        """A key of its own, numbered when the name was there before."""
        name = key = text(value)
        count = 1
        while key in self.cells:
            count += 1
            key = f"{name} ({count})"
        self.keys.append(key)
        self.cells[key] = value
        self._near.setdefault(folded(name), key)
        return key

    def find(self, value: object) -> str | None:
        name = text(value)
        return name if name in self.cells else self._near.get(folded(name))
