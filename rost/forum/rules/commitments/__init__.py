"""Commitments: what each comes to on a day, the public count, when to remind. Pure functions."""

from .counting import Figures, Group, Line, Promise, count
from .names import like_a_person
from .outcome import COUNTED, Outcome, outcome
from .reminding import MOST_AFTER, decent, due_reminder
from .verify import Fault, verify

__all__ = [
    "COUNTED",
    "MOST_AFTER",
    "Fault",
    "Figures",
    "Group",
    "Line",
    "Outcome",
    "Promise",
    "count",
    "decent",
    "due_reminder",
    "like_a_person",
    "outcome",
    "verify",
]
