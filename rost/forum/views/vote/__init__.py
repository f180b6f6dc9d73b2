"""Pages of the audience vote."""

from .desk import announcement, desk_vote
from .own import vote, vote_badge

__all__ = ["announcement", "desk_vote", "vote", "vote_badge"]
