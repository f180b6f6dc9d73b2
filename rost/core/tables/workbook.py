"""Reading XLSX: the first visible sheet that has something in it, or every visible one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any

from rost.core.tables.model import (
    Limits,
    Reason,
    Row,
    Table,
    TableRefused,
    table_of,
    tidy_cells,
    written_cells,
)
from rost.core.tables.package import checked_package

_MOST_SHEETS = 20  # tried in search of one that is not blank
_WHOLE_FLOATS = 10**15  # beyond it a float no longer counts in ones


def read_workbook(data: bytes, limits: Limits) -> Table:
    return read_book(data, limits, most=1)[0]


def read_book(
    data: bytes, limits: Limits, *, most: int = _MOST_SHEETS, tidied: bool = True
) -> tuple[Table, ...]:
    """At most so many visible sheets that have something in them; untidied cells are as written."""
    import openpyxl  # large: only when it is needed

    package = checked_package(data, limits)
    try:
        book = openpyxl.load_workbook(
            package.archive, read_only=True, data_only=True, keep_links=False
        )
        try:
            return tuple(islice(_tables(book, package.too_wide, limits, tidied), most))
        finally:
            book.close()
    except TableRefused:
        raise
    except Exception as error:  # the library promises no closed list of what broken files raise
        raise TableRefused(Reason.BROKEN) from error


def _tables(book: Any, too_wide: dict[str, int], limits: Limits, tidied: bool) -> Iterator[Table]:
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    found = False
    for sheet in visible[:_MOST_SHEETS]:
        sheet.reset_dimensions()  # what a file says of its size is not to be relied on
        rows = list(_rows(sheet.iter_rows(max_col=limits.columns), limits, tidied))
        line = too_wide.get(sheet._worksheet_path)
        if line is not None:
            raise TableRefused(Reason.TOO_MANY_COLUMNS, line=line, limit=limits.columns)
        if rows:
            found = True
            yield table_of(rows, limits, sheet=sheet.title)
    if not found:
        raise TableRefused(Reason.EMPTY)


def _rows(source: Iterable[tuple[Any, ...]], limits: Limits, tidied: bool) -> Iterator[Row]:
    count = 0
    blank: tuple[Any, ...] | None = None  # the library fills gaps with one and the same row
    for line, cells in enumerate(source, 1):
        if cells is blank:
            continue
        if all(cell.value is None for cell in cells):
            blank = cells
            continue
        kept = (tidy_cells if tidied else written_cells)(
            [_cell_text(cell) for cell in cells], line, limits
        )
        if not kept:
            continue
        count += 1
        if count > limits.rows + 1:  # the header is not counted
            raise TableRefused(Reason.TOO_MANY_ROWS, line=line, limit=limits.rows)
        yield Row(line, kept)


def _cell_text(cell: Any) -> str:
    text = value_text(cell.value)
    # A code kept as a number and only shown with its zeros: the format «00000000».
    if isinstance(cell.value, int) and not isinstance(cell.value, bool) and text.isdecimal():
        shown = cell.number_format or ""
        if shown and not shown.strip("0"):
            return text.zfill(len(shown))
    return text


def value_text(value: object) -> str:
    """A cell's value as text: ISO dates, numbers with a point and without an exponent."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, (datetime, date, time, timedelta)):
        return _moment_text(value)
    return str(value).replace("_x000D_", "")  # how a sheet writes a carriage return


def _float_text(value: float) -> str:
    if value.is_integer() and abs(value) < _WHOLE_FLOATS:
        return str(int(value))
    return f"{Decimal(repr(value)):f}"


def _moment_text(value: date | time | timedelta) -> str:
    if isinstance(value, datetime):
        value += timedelta(milliseconds=500)  # sheets count days in floats: to the nearest second
        value = value.replace(microsecond=0)
        if value.time() == time():
            return value.date().isoformat()
        return f"{value.date().isoformat()} {_moment_text(value.time())}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        text = f"{minutes // 60:02d}:{minutes % 60:02d}"
    else:
        seconds = value.second
        text = f"{value.hour:02d}:{value.minute:02d}"
    return f"{text}:{seconds:02d}" if seconds else text
