"""Reads of feedback: what a person is asked and has said, what all answers come to."""

from .asking import (
    Asked,
    answer_of,
    asked,
    may_answer,
    questions_open,
    unanswered,
    voter_of,
)
from .personal import feedback_of, old_feedback
from .results import Line, Results, results_of, words_of

__all__ = [
    "Asked",
    "Line",
    "Results",
    "answer_of",
    "asked",
    "feedback_of",
    "may_answer",
    "old_feedback",
    "questions_open",
    "results_of",
    "unanswered",
    "voter_of",
    "words_of",
]
