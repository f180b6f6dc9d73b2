"""Papers of an edition: asked for here, made at once or in the background."""

from .asking import Choice, choose_badges, print_badges, print_list, print_sheets
from .making import NothingToPrint, Paper
from .works import BADGES, LISTS, SHEETS, run_badges, run_list, run_sheets

__all__ = [
    "BADGES",
    "LISTS",
    "SHEETS",
    "Choice",
    "NothingToPrint",
    "Paper",
    "choose_badges",
    "print_badges",
    "print_list",
    "print_sheets",
    "run_badges",
    "run_list",
    "run_sheets",
]
