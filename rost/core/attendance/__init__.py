"""Who was where and for how long: marks of doors become presence, presence becomes hours."""

from .live import inside
from .model import (
    ACADEMIC_HOUR,
    Direction,
    DoorKind,
    Mark,
    Presence,
    Rules,
    Slot,
)
from .solve import solve
from .verify import Fault, FaultKind, verify

__all__ = [
    "ACADEMIC_HOUR",
    "Direction",
    "DoorKind",
    "Fault",
    "FaultKind",
    "Mark",
    "Presence",
    "Rules",
    "Slot",
    "inside",
    "solve",
    "verify",
]
