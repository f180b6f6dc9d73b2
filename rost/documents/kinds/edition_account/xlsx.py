"""The account as a workbook: a sheet of figures, a sheet a table, and how it was counted.

Totals are formulas over the rows wherever they are sums, so that a reader sees them agree.
"""

from __future__ import annotations

from collections.abc import Iterator

from rost.core.tables import Cell, Formula, Sheet, write_xlsx
from rost.documents.kinds.edition_account.content import EditionAccount, Table
from rost.documents.kinds.model import Job

_FIRST_ROW = 2  # under the header
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def build(job: Job) -> bytes:
    return write_xlsx(sheet for content in job.contents for sheet in _sheets(content, job))


def _sheets(account: EditionAccount, job: Job) -> Iterator[Sheet]:
    words = job.words
    about = ((account.event, None), (account.dates, None), (account.place, None))
    rows: list[tuple[Cell, ...]] = [*account.figures, (None, None), *about]
    yield Sheet(words["figures"], (words["figure"], words["value"]), rows)
    for table in account.tables:
        yield Sheet(table.title, table.columns, [*table.rows, _totals(table)])
    notes = [*((note,) for note in account.notes), (account.made_on,)]
    yield Sheet(words["notes"], (words["notes"],), notes, widths=(100,))


def _totals(table: Table) -> tuple[Cell, ...]:
    return tuple(_total(table, at, value) for at, value in enumerate(table.totals))


def _total(table: Table, at: int, value: str | int) -> Cell:
    """A sum over the column where it is one; people counted once are a number of their own."""
    column = [row[at] for row in table.rows]
    numbers = [cell for cell in column if isinstance(cell, int)]
    if not isinstance(value, int) or len(numbers) < len(column) or sum(numbers) != value:
        return value
    if not numbers or at >= len(_LETTERS):
        return value
    last = _FIRST_ROW + len(column) - 1
    return Formula(f"SUM({_LETTERS[at]}{_FIRST_ROW}:{_LETTERS[at]}{last})", value)
