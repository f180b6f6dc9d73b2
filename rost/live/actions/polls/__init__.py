"""Keeping polls and answering them."""

from .answering import answer

__all__ = ["answer"]
