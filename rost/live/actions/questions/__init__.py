"""Asking, voting, moderating, answering in writing."""

from .asking import Asked, ask
from .voting import take_back, vote

__all__ = ["Asked", "ask", "take_back", "vote"]
