"""Badges: making, replacing, ending, handing spare ones, noting what was printed."""

from .making import (
    badge_in_force,
    end_badges_of,
    hand_spare,
    make_badges,
    make_spares,
    replace_badge,
)
from .printing import note_printed
from .refusals import (
    BadgeEnded,
    BadgeTaken,
    HasBadge,
    NoSeatNoBadge,
    ReprintNeedsReason,
    TooManySpares,
)

__all__ = [
    "BadgeEnded",
    "BadgeTaken",
    "HasBadge",
    "NoSeatNoBadge",
    "ReprintNeedsReason",
    "TooManySpares",
    "badge_in_force",
    "end_badges_of",
    "hand_spare",
    "make_badges",
    "make_spares",
    "note_printed",
    "replace_badge",
]
