"""When the call takes projects, what may be done with one, which files it may carry."""

from .criteria import DEFAULT_CRITERIA, MOST_CRITERIA, Criterion, criteria_from, stored_criteria
from .files import MOST_FILES, TOTAL_SIZE
from .terms import CallStage, days_left, next_change, stage

__all__ = [
    "DEFAULT_CRITERIA",
    "MOST_CRITERIA",
    "MOST_FILES",
    "TOTAL_SIZE",
    "CallStage",
    "Criterion",
    "criteria_from",
    "days_left",
    "next_change",
    "stage",
    "stored_criteria",
]
