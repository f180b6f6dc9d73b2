"""What the programme committee does: declares, marks, decides, makes sessions of projects."""

from .decisions import decide, decide_many, move_up
from .programme import gather_in_session, make_sessions
from .refusals import (
    InConflict,
    MarksMissing,
    NothingChosen,
    NotUnderReview,
    OnStageAlready,
    ReasonNeeded,
    StandsInProgramme,
)
from .reviews import begin_review, declare_conflict, save_review

__all__ = [
    "InConflict",
    "MarksMissing",
    "NotUnderReview",
    "NothingChosen",
    "OnStageAlready",
    "ReasonNeeded",
    "StandsInProgramme",
    "begin_review",
    "decide",
    "decide_many",
    "declare_conflict",
    "gather_in_session",
    "make_sessions",
    "move_up",
    "save_review",
]
