"""The passport of a practice as one value: its stored form, what it lacks, what cannot stand."""

from .check import WANTED, Fault, Why, faults, filled, missing, total
from .codec import dump, load
from .difference import Line, Mark, Piece, changed_fields, list_difference, text_difference
from .limits import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST,
    LONGEST_ROW,
    MONEY_SOURCES,
    MOST_KOPECKS,
    MOST_ROWS,
    PARTNER_KINDS,
)
from .model import Money, Partner, Passport, Result

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "LONGEST",
    "LONGEST_ROW",
    "MONEY_SOURCES",
    "MOST_KOPECKS",
    "MOST_ROWS",
    "PARTNER_KINDS",
    "WANTED",
    "Fault",
    "Line",
    "Mark",
    "Money",
    "Partner",
    "Passport",
    "Piece",
    "Result",
    "Why",
    "changed_fields",
    "dump",
    "faults",
    "filled",
    "list_difference",
    "load",
    "missing",
    "text_difference",
    "total",
]
