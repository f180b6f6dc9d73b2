"""The page of a practice."""

from .practice import practice, practice_removal

__all__ = ["practice", "practice_removal"]
