"""The audience vote: when it stands open, who may take part, what the marks come to."""

from .counting import Candidate, Counted, solve, verify
from .terms import Standing, standing, turn_for

__all__ = ["Candidate", "Counted", "Standing", "solve", "standing", "turn_for", "verify"]
