"""Spreadsheets in and out: what people send becomes text cells, what they get is safe to open.

Reading refuses with `TableRefused` and a `Reason`; the rooms put it into words.
"""

from rost.core.tables.columns import Columns, match_columns, with_found_header
from rost.core.tables.model import Limits, Reason, Row, Table, TableRefused
from rost.core.tables.reading import read_sheets, read_table
from rost.core.tables.writing import (
    FOR_EXCEL,
    FOR_PROGRAMS,
    Cell,
    Dialect,
    Formula,
    Sheet,
    looks_computed,
    write_csv,
    write_xlsx,
)

__all__ = [
    "FOR_EXCEL",
    "FOR_PROGRAMS",
    "Cell",
    "Columns",
    "Dialect",
    "Formula",
    "Limits",
    "Reason",
    "Row",
    "Sheet",
    "Table",
    "TableRefused",
    "looks_computed",
    "match_columns",
    "read_sheets",
    "read_table",
    "with_found_header",
    "write_csv",
    "write_xlsx",
]
