"""Asking, voting, moderating, answering in writing."""

from .asking import Asked, ask
from .moderating import (
    answered_live,
    hide,
    let_speak,
    put_on_screen,
    redact,
    shortlist,
    show,
    silence,
    take_off_screen,
)
from .voting import take_back, vote
from .writing import USUAL_TERM, answer_later, write_answer

__all__ = [
    "USUAL_TERM",
    "Asked",
    "answer_later",
    "answered_live",
    "ask",
    "hide",
    "let_speak",
    "put_on_screen",
    "redact",
    "shortlist",
    "show",
    "silence",
    "take_back",
    "take_off_screen",
    "vote",
    "write_answer",
]
