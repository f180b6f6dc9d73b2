"""The call in words: fields of a passport, how it reads, letters to authors."""

from .letters import invite_by_letter, tell_closing, tell_invited, tell_received
from .passport import PassportView, passport_view
from .words import FIELD_NAMES, countdown, names_of

__all__ = [
    "FIELD_NAMES",
    "PassportView",
    "countdown",
    "invite_by_letter",
    "names_of",
    "passport_view",
    "tell_closing",
    "tell_invited",
    "tell_received",
]
