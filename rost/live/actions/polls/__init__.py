"""Keeping polls and answering them."""

from .answering import answer
from .keeping import close_poll, hide_word, open_poll, remove_draft, show_results, write_poll

__all__ = [
    "answer",
    "close_poll",
    "hide_word",
    "open_poll",
    "remove_draft",
    "show_results",
    "write_poll",
]
