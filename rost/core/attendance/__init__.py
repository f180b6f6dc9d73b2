"""Who was where and for how long: marks of doors become presence, presence becomes hours."""

from .model import (
    ACADEMIC_HOUR,
    Direction,
    DoorKind,
    Mark,
    Presence,
    Rules,
    Slot,
)

__all__ = [
    "ACADEMIC_HOUR",
    "Direction",
    "DoorKind",
    "Mark",
    "Presence",
    "Rules",
    "Slot",
]
