"""What a sent spreadsheet becomes, the limits it is held to, and why one is refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a file was not read; the rooms put it into words."""

    EMPTY = "empty"
    NOT_A_TABLE = "not_a_table"
    OLD_EXCEL = "old_excel"  # .xls of 1997-2003 and before
    OPEN_DOCUMENT = "open_document"  # .ods
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    ENCODING = "encoding"  # text in letters that make no sense
    TOO_LARGE = "too_large"  # the file, or what it unpacks to
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    CELL_TOO_LONG = "cell_too_long"


class TableRefused(Exception):
    """A file was not read: `reason`, the line it was met at, and the limit it broke, if any."""

    def __init__(self, reason: Reason, *, line: int | None = None, limit: int | None = None):
        super().__init__(reason.value)
        self.reason = reason
        self.line = line
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before a file is refused. `size` and `unpacked` are bytes."""

    size: int = 5 * 1024 * 1024
    unpacked: int = 60 * 1024 * 1024
    parts: int = 2_000  # files inside an XLSX
    elements: int = 2_000_000  # of XML inside an XLSX; bounds the processor time
    rows: int = 20_000
    columns: int = 200
    cell: int = 32_767  # what a spreadsheet program itself allows


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not blank, with the number it has in the spreadsheet (or line of the text)."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The first table of a file: every cell is text, every row is as wide as the header.

    `header` has empty names over columns that carry data but no heading.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    header_line: int = 1
    sheet: str = ""


def table_of(rows: list[Row], limits: Limits, sheet: str = "") -> Table:
    """A table from its rows, the first of which is the header."""
    if not rows:
        raise TableRefused(Reason.EMPTY)
    widest = max(rows, key=lambda row: len(row.cells))
    width = len(widest.cells)
    if width > limits.columns:
        raise TableRefused(Reason.TOO_MANY_COLUMNS, line=widest.line, limit=limits.columns)
    head, *rest = (Row(row.line, row.cells + ("",) * (width - len(row.cells))) for row in rows)
    return Table(header=head.cells, rows=tuple(rest), header_line=head.line, sheet=sheet)


def tidy_cells(cells: list[str], line: int, limits: Limits) -> tuple[str, ...]:
    """Cells without outer spaces, unprintable signs and the blank ones at the end."""
    return written_cells([_tidy(cell) for cell in cells], line, limits)


def written_cells(cells: list[str], line: int, limits: Limits) -> tuple[str, ...]:
    """Cells as they were written, without the blank ones at the end."""
    tidied = list(cells)
    while tidied and not tidied[-1]:
        tidied.pop()
    if any(len(cell) > limits.cell for cell in tidied):
        raise TableRefused(Reason.CELL_TOO_LONG, line=line, limit=limits.cell)
    return tuple(tidied)


def _tidy(cell: str) -> str:
    if cell.isprintable():
        return cell.strip()
    lines = cell.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t\u00a0" or _shown(sign)).strip()


def _shown(sign: str) -> bool:
    # Spaces of every width are "not printable" to Python, but they part words.
    return sign.isprintable() or sign.isspace()
