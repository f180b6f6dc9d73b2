"""Pages of reviewers and keepers, and of withdrawal."""

from .desk import desk
from .review import review, review_assignment, review_giving_back, review_taking
from .withdrawal import returning, withdrawal

__all__ = [
    "desk",
    "returning",
    "review",
    "review_assignment",
    "review_giving_back",
    "review_taking",
    "withdrawal",
]
