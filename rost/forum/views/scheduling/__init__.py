"""Pages of scheduling."""

from .dropout import dropout, dropout_removal
from .halls import closure_removal, halls
from .overview import rules, schedule
from .sessions import (
    order_new,
    order_removal,
    penalty_removal,
    session,
    session_penalty,
    sessions,
)
from .solving import (
    solving,
    solving_acceptance,
    solving_continuation,
    solving_file,
    solving_new,
    solving_repetition,
    solving_stop,
    solvings_compared,
)
from .speakers import speaker, speakers
from .tracks import similar_new, similar_removal, track_penalty, tracks
from .wishes import wishes

__all__ = [
    "closure_removal",
    "dropout",
    "dropout_removal",
    "halls",
    "order_new",
    "order_removal",
    "penalty_removal",
    "rules",
    "schedule",
    "session",
    "session_penalty",
    "sessions",
    "similar_new",
    "similar_removal",
    "solving",
    "solving_acceptance",
    "solving_continuation",
    "solving_file",
    "solving_new",
    "solving_repetition",
    "solving_stop",
    "solvings_compared",
    "speaker",
    "speakers",
    "track_penalty",
    "tracks",
    "wishes",
]
