"""Commitments: noted, asked about, answered, reminded of, closed, taken to the next forum."""

from .answering import (
    accept_proposal,
    confirm,
    confirm_on_behalf,
    decline_proposal,
    propose,
    refuse,
)
from .asking import ask, ask_all
from .carrying import carry_over, carry_to_successor, take_back_carried
from .closing import drop, keep, keep_by_material, reopen, show_evidence
from .importing import COMMITMENTS, apply_noted, open_noted
from .noting import Entry, change, note, remove
from .personal import count_old, destroy_old, erase
from .reminding import remind

__all__ = [
    "COMMITMENTS",
    "Entry",
    "accept_proposal",
    "apply_noted",
    "ask",
    "ask_all",
    "carry_over",
    "carry_to_successor",
    "change",
    "confirm",
    "confirm_on_behalf",
    "count_old",
    "decline_proposal",
    "destroy_old",
    "drop",
    "erase",
    "keep",
    "keep_by_material",
    "note",
    "open_noted",
    "propose",
    "refuse",
    "remind",
    "remove",
    "reopen",
    "show_evidence",
    "take_back_carried",
]
