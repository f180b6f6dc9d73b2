"""Scheduling: what a programme is made from, making it, taking it over, changing it late."""

from .accepting import accept_solving
from .dropping import Choice, Outcome, comes_after_all, drop_out
from .needs import (
    add_penalty,
    close_hall,
    remove_closure,
    remove_order,
    remove_penalty,
    remove_similar,
    set_order,
    set_rules,
    set_session_needs,
    set_similar,
    set_speaker_needs,
)
from .solving import WORK, begin_solving, go_on, repeat_solving, run_solving
from .wishes import set_wishes

__all__ = [
    "WORK",
    "Choice",
    "Outcome",
    "accept_solving",
    "add_penalty",
    "begin_solving",
    "close_hall",
    "comes_after_all",
    "drop_out",
    "go_on",
    "remove_closure",
    "remove_order",
    "remove_penalty",
    "remove_similar",
    "repeat_solving",
    "run_solving",
    "set_order",
    "set_rules",
    "set_session_needs",
    "set_similar",
    "set_speaker_needs",
    "set_wishes",
]
