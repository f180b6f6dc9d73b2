"""The call in words: fields of a passport, how it reads, letters to authors."""

from .letters import invite_by_letter, tell_closing, tell_invited, tell_received
from .passport import PassportView, passport_view, roubles
from .words import (
    FAULT_WORDS,
    FIELD_NAMES,
    PARTNER_NAMES,
    SOURCE_NAMES,
    countdown,
    fault_text,
    names_of,
)

__all__ = [
    "FAULT_WORDS",
    "FIELD_NAMES",
    "PARTNER_NAMES",
    "SOURCE_NAMES",
    "PassportView",
    "countdown",
    "fault_text",
    "invite_by_letter",
    "names_of",
    "passport_view",
    "roubles",
    "tell_closing",
    "tell_invited",
    "tell_received",
]
