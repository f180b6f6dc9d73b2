"""Doors, passes of volunteers, their telephones, and marks."""

from .by_hand import mark_by_hand, mark_many_by_hand, void_mark
from .devices import note_list_taken, pair_device
from .doors import add_door, close_door, make_doors, open_door
from .passes import issue_pass, revoke_device, revoke_pass
from .personal import keep_marks_of
from .refusals import (
    DeviceElsewhere,
    DeviceRevoked,
    DoorClosed,
    DoorElsewhere,
    DoorNameTaken,
    NobodyToMark,
    PassEarly,
    PassEnded,
    PassHoursBackwards,
    PassRefused,
    PassRevoked,
    PassUnknown,
    SessionElsewhere,
    TooManyDevices,
    VoidNeedsReason,
)
from .taking import Receipt, Refused, name_of_pass, take_marks

__all__ = [
    "DeviceElsewhere",
    "DeviceRevoked",
    "DoorClosed",
    "DoorElsewhere",
    "DoorNameTaken",
    "NobodyToMark",
    "PassEarly",
    "PassEnded",
    "PassHoursBackwards",
    "PassRefused",
    "PassRevoked",
    "PassUnknown",
    "Receipt",
    "Refused",
    "SessionElsewhere",
    "TooManyDevices",
    "VoidNeedsReason",
    "add_door",
    "close_door",
    "issue_pass",
    "keep_marks_of",
    "make_doors",
    "mark_by_hand",
    "mark_many_by_hand",
    "name_of_pass",
    "note_list_taken",
    "open_door",
    "pair_device",
    "revoke_device",
    "revoke_pass",
    "take_marks",
    "void_mark",
]
