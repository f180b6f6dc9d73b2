"""The solver in a process of its own, so that its memory is bounded and goes when it goes."""

from .process import Better, Died, Solver

__all__ = ["Better", "Died", "Solver"]
