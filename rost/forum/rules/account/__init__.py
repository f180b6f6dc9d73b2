"""The figures of an edition: counted from plain rows, checked by a second count."""

from .codec import dump, load
from .counting import count
from .model import (
    Attendee,
    Certificates,
    DayLine,
    Figures,
    Group,
    Invited,
    Issued,
    Line,
    Rows,
    SessionLine,
    Slot,
)
from .verify import Check, Fault, verify

__all__ = [
    "Attendee",
    "Certificates",
    "Check",
    "DayLine",
    "Fault",
    "Figures",
    "Group",
    "Invited",
    "Issued",
    "Line",
    "Rows",
    "SessionLine",
    "Slot",
    "count",
    "dump",
    "load",
    "verify",
]
