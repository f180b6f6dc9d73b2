"""Writing XLSX and CSV that open as they were meant and compute nothing people typed.

A text that begins with = + - @ would be computed by spreadsheet programs: in XLSX it is stored as
text with the quote prefix, in CSV an apostrophe goes before it (OWASP, «CSV Injection»). Numbers
and dates given as such stay numbers and dates. The same rows always give the same bytes.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from rost.core.tables.text import FORMULA_SIGNS


@dataclass(frozen=True, slots=True)
class Formula:
    """What the program computes, and what we computed ourselves: readers that compute nothing
    (telephones, previews) show the value. Only for formulas of ours, never for what people typed.
    """

    text: str  # "SUM(B2:B5)"
    value: int


Cell = str | int | float | Decimal | bool | date | datetime | time | Formula | None

_RISKY = (*FORMULA_SIGNS, "\n", "＝", "＋", "－", "＠")
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
_TITLE_SIGNS = 31
CELL_SIGNS = 32_767
EXACT_DIGITS = 15  # a spreadsheet keeps no more of a number
_NARROWEST, _WIDEST = 8, 60
_MEASURED_ROWS = 200
_MOMENT = datetime(2000, 1, 1)  # a spreadsheet's moments have no zone
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP archive can hold
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_UNCOMPUTED = re.compile(rb"(<f>[^<]*</f>)<v\s*(?:/>|></v>)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to write; `widths` in signs, measured from the cells where not given."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV is written."""

    separator: str = ";"
    encoding: str = "utf-8-sig"
    newline: str = "\r\n"
    decimal_comma: bool = True
    day_first: bool = True  # 18.02.2020, otherwise ISO


FOR_EXCEL = Dialect()
FOR_PROGRAMS = Dialect(",", "utf-8", "\n", decimal_comma=False, day_first=False)


def write_xlsx(sheets: Iterable[Sheet]) -> bytes:
    """A workbook with bold frozen headers, one sheet after another."""
    from rost.core.tables.cells import book_of  # the library is large: only when it is needed

    sheets, titles = tuple(sheets), set[str]()
    if not sheets:
        raise ValueError("a workbook has at least one sheet")
    named = [(sheet, title_of(sheet.title, titles), widths_of(sheet)) for sheet in sheets]
    book = book_of(named, made=_MOMENT)
    written = io.BytesIO()
    book.save(written)
    return _timeless(written, _computed(sheets))


def write_csv(rows: Iterable[Sequence[Cell]], dialect: Dialect = FOR_EXCEL) -> bytes:
    """The rows, header among them, as text."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=dialect.separator, lineterminator=dialect.newline)
    writer.writerows([_csv_cell(cell, dialect) for cell in row] for row in rows)
    return written.getvalue().encode(dialect.encoding, errors="replace")


def looks_computed(text: str) -> bool:
    """Whether a spreadsheet program might take the text for a formula."""
    return text.startswith(_RISKY) or text.lstrip().startswith(_RISKY)


def number_format(value: Cell) -> str:
    if isinstance(value, datetime):
        return "dd.mm.yyyy hh:mm"
    if isinstance(value, date):
        return "dd.mm.yyyy"
    if isinstance(value, time):
        return "hh:mm"
    return "#,##0.00" if isinstance(value, Decimal) else ""


def widths_of(sheet: Sheet) -> Sequence[int]:
    if sheet.widths:
        return sheet.widths
    measured = [[len(name) for name in sheet.header]]
    for row in sheet.rows[:_MEASURED_ROWS]:
        measured.append([_length(cell) for cell in row])
    count = max(len(row) for row in measured)
    longest = [max((row[i] for row in measured if i < len(row)), default=0) for i in range(count)]
    return [min(max(signs + 2, _NARROWEST), _WIDEST) for signs in longest]


def _length(value: Cell) -> int:
    return max((len(line) for line in _plain(value, FOR_EXCEL).split("\n")), default=0)


def title_of(title: str, taken: set[str]) -> str:
    clean = _NOT_IN_TITLE.sub(" ", UNPRINTABLE.sub("", title)).strip().strip("'")
    clean = clean[:_TITLE_SIGNS] or "1"
    made, number = clean, 1
    while made.casefold() in taken:
        number += 1
        ending = f" {number}"
        made = clean[: _TITLE_SIGNS - len(ending)] + ending
    taken.add(made.casefold())
    return made


def _computed(sheets: Sequence[Sheet]) -> Iterator[int]:
    """The values of all formulas in the order in which they are written."""
    for sheet in sheets:
        for row in sheet.rows:
            yield from (cell.value for cell in row if isinstance(cell, Formula))


def _timeless(written: io.BytesIO, computed: Iterator[int]) -> bytes:
    """The package without the moments of its making, so that equal rows give equal bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(made, "w") as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "docProps/core.xml":
                content = _MODIFIED.sub(
                    rb"\g<1>" + f"{_MOMENT:%Y-%m-%dT%H:%M:%SZ}".encode(), content
                )
            elif part.filename.startswith("xl/worksheets/"):
                content = _UNCOMPUTED.sub(
                    lambda found: b"%s<v>%d</v>" % (found[1], next(computed)), content
                )
            still = zipfile.ZipInfo(part.filename, _EPOCH)
            still.compress_type = zipfile.ZIP_DEFLATED
            still.external_attr = 0o644 << 16
            target.writestr(still, content)
    return made.getvalue()


def _csv_cell(value: Cell, dialect: Dialect) -> str:
    text = _plain(value, dialect)
    return f"'{text}" if isinstance(value, str) and looks_computed(text) else text


def _plain(value: Cell, dialect: Dialect) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return UNPRINTABLE.sub("", value)
    if isinstance(value, Formula):
        return str(value.value)
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        shape = "%d.%m.%Y %H:%M" if dialect.day_first else "%Y-%m-%dT%H:%M:%S"
        return value.strftime(shape)
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y" if dialect.day_first else "%Y-%m-%d")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return text.replace(".", ",") if dialect.decimal_comma else text
