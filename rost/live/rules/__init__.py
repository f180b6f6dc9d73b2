"""What may be done in the hall, when, and how much of it."""

from .rights import KEEP_HALL

__all__ = ["KEEP_HALL"]
