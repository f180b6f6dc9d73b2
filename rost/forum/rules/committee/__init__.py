"""Who reviews what, what the marks come to, and where each project stands by them."""

from .model import Criterion, Given, Line, Ranked, Step, criteria_of, marks_complete
from .order import turn_of
from .scores import rank, score_text, solve, steps_of
from .verify import verify

__all__ = [
    "Criterion",
    "Given",
    "Line",
    "Ranked",
    "Step",
    "criteria_of",
    "marks_complete",
    "rank",
    "score_text",
    "solve",
    "steps_of",
    "turn_of",
    "verify",
]
