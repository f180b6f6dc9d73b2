"""The passport of a practice as one value: its stored form, what it lacks, what cannot stand."""

from .check import WANTED, Fault, Why, faults, filled, missing, total
from .codec import dump, load
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
    "Money",
    "Partner",
    "Passport",
    "Result",
    "Why",
    "dump",
    "faults",
    "filled",
    "load",
    "missing",
    "total",
]
