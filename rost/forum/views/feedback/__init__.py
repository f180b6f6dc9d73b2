"""Pages of feedback: one's own answers, and what all answers come to."""

from .own import (
    feedback,
    feedback_removal,
    feedback_words,
    session_feedback,
    session_feedback_removal,
    session_feedback_words,
)
from .results import (
    feedback_export,
    feedback_invitations,
    feedback_results,
    session_results,
)

__all__ = [
    "feedback",
    "feedback_export",
    "feedback_invitations",
    "feedback_removal",
    "feedback_results",
    "feedback_words",
    "session_feedback",
    "session_feedback_removal",
    "session_feedback_words",
    "session_results",
]
