"""Tables of the hall: what is asked, voted for and answered during a session."""

from .floors import Device, Floor, HallRules, LineRuling, Naming
from .polls import Poll, PollAnswer, PollKind, PollState
from .questions import HallQuestion, QuestionState, QuestionVote

__all__ = [
    "Device",
    "Floor",
    "HallQuestion",
    "HallRules",
    "LineRuling",
    "Naming",
    "Poll",
    "PollAnswer",
    "PollKind",
    "PollState",
    "QuestionState",
    "QuestionVote",
]
