"""Pages of the authors."""

from .practice import practice, practice_removal

__all__ = ["practice", "practice_removal"]
