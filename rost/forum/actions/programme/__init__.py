"""Changes of the draft programme."""

from .materials import add_material, remove_material
from .people import (
    add_availability,
    remove_availability,
    remove_contribution,
    set_contribution,
)
from .placing import place_session, shift_session, swap_sessions, unplace_session
from .refusals import (
    ChangedMeanwhile,
    CodeTaken,
    FileTooLarge,
    ForbiddenChange,
    ForeignPart,
    HallClosed,
    NotPlaced,
    PartTaken,
    PeriodBackwards,
    WrongLength,
)
from .sessions import add_session, cancel_session, change_session, remove_session

__all__ = [
    "ChangedMeanwhile",
    "CodeTaken",
    "FileTooLarge",
    "ForbiddenChange",
    "ForeignPart",
    "HallClosed",
    "NotPlaced",
    "PartTaken",
    "PeriodBackwards",
    "WrongLength",
    "add_availability",
    "add_material",
    "add_session",
    "cancel_session",
    "change_session",
    "place_session",
    "remove_availability",
    "remove_contribution",
    "remove_material",
    "remove_session",
    "set_contribution",
    "shift_session",
    "swap_sessions",
    "unplace_session",
]
