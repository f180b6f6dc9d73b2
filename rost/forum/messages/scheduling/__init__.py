"""Scheduling in words: measures, demands, causes, what cannot be and what has changed."""

from .demands import contradiction_lines, fault_text, unplaceable_text
from .measures import MEASURES, Words, amount_text, cause_lines, reason_of
from .names import Names
from .stale import stale_lines

__all__ = [
    "MEASURES",
    "Names",
    "Words",
    "amount_text",
    "cause_lines",
    "contradiction_lines",
    "fault_text",
    "reason_of",
    "stale_lines",
    "unplaceable_text",
]
