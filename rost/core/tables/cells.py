"""Sheets as the library keeps them; loaded only where a workbook is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from rost.core.tables.writing import (
    CELL_SIGNS,
    EXACT_DIGITS,
    UNPRINTABLE,
    Cell,
    Formula,
    Sheet,
    looks_computed,
    number_format,
)


def book_of(sheets: Iterable[tuple[Sheet, str, Sequence[int]]], *, made: datetime) -> Workbook:
    """Each sheet with its title and the widths of its columns."""
    book = Workbook(write_only=True)
    book.properties.creator = ""
    book.properties.created = made
    for sheet, title, widths in sheets:
        _write(book, sheet, title, widths)
    return book


def _write(book: Any, sheet: Sheet, title: str, widths: Sequence[int]) -> None:
    written = book.create_sheet(title)
    written.freeze_panes = "A2"
    for place, width in enumerate(widths, 1):
        written.column_dimensions[get_column_letter(place)].width = width
    written.append([_head(written, name) for name in sheet.header])
    for row in sheet.rows:
        written.append([_cell(written, value) for value in row])


def _head(sheet: Any, name: str) -> Any:
    cell = _cell(sheet, name)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(sheet: Any, value: Cell) -> Any:
    if isinstance(value, str):
        text = UNPRINTABLE.sub("", value)[:CELL_SIGNS]
        return _text_cell(sheet, text) if text else WriteOnlyCell(sheet, None)
    if isinstance(value, Formula):
        return WriteOnlyCell(sheet, f"={value.text}")
    if isinstance(value, int) and len(str(abs(value))) > EXACT_DIGITS:
        return _text_cell(sheet, str(value))
    if isinstance(value, (datetime, time)):
        value = value.replace(tzinfo=None)
    written: Any = value  # the library takes more than its stubs say
    cell = WriteOnlyCell(sheet, written)
    shown = number_format(value)
    if shown:
        cell.number_format = shown
    return cell


def _text_cell(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # the library would make a formula of a text that begins with =
    if looks_computed(text):
        cell.quotePrefix = True
    if "\n" in text:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
