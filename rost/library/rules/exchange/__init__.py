"""A collection of practices as a workbook: what it holds, its sheets, its words."""

from .book import FLAT, MAIN, SHEETS, sheet_named
from .entry import Entry
from .writing import sheets_of

__all__ = ["FLAT", "MAIN", "SHEETS", "Entry", "sheet_named", "sheets_of"]
