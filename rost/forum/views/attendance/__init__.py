"""Pages of the doors at the organiser's desk."""

from .keeping import (
    device_revocation,
    door_closing,
    door_opening,
    door_passes,
    doors,
    pass_revocation,
    usual_doors,
)
from .live import attendance
from .marks import door_marks, mark_voiding

__all__ = [
    "attendance",
    "device_revocation",
    "door_closing",
    "door_marks",
    "door_opening",
    "door_passes",
    "doors",
    "mark_voiding",
    "pass_revocation",
    "usual_doors",
]
