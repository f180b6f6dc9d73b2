"""Reviews of practices: taking, deciding, withdrawing, reminding."""

from .deciding import Written, decide, save_draft
from .taking import assign, give_back, take
from .withdrawing import bring_back, withdraw

__all__ = [
    "Written",
    "assign",
    "bring_back",
    "decide",
    "give_back",
    "save_draft",
    "take",
    "withdraw",
]
