"""Pages of the hall: telephones, the screen, the archive."""

from .archives import archive
from .screens import screen
from .sending import badge, poll_answer, vote, vote_removal
from .telephones import hall, questions

__all__ = [
    "archive",
    "badge",
    "hall",
    "poll_answer",
    "questions",
    "screen",
    "vote",
    "vote_removal",
]
