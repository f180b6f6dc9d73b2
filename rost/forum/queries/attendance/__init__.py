"""Reads of the doors: who is on the list, what was marked, how many are inside."""

from .counts import DoorCount, door_count, door_counts
from .devices import device_by_token, pass_by_secret
from .door_list import DoorList, Listed, ListedSession, code_digest, door_list, short_name
from .marks import marks_of, presence_of, rules_of, rules_row, slots_of

__all__ = [
    "DoorCount",
    "DoorList",
    "Listed",
    "ListedSession",
    "code_digest",
    "device_by_token",
    "door_count",
    "door_counts",
    "door_list",
    "marks_of",
    "pass_by_secret",
    "presence_of",
    "rules_of",
    "rules_row",
    "short_name",
    "slots_of",
]
