"""Pages of the moderator's desk."""

from .answers import answer
from .edition import desk_floors, desk_hall, desk_hall_rules
from .floor import (
    desk_floor,
    desk_floor_hours,
    desk_floor_settings,
    desk_hall_line,
    desk_lines,
)
from .polls import (
    desk_poll,
    desk_poll_new,
    desk_poll_removal,
    desk_poll_screen,
    desk_poll_state,
    desk_poll_words,
)
from .questions import (
    desk_device,
    desk_hiding,
    desk_question_screen,
    desk_question_state,
    desk_redaction,
    desk_shortlist,
    desk_writing,
)

__all__ = [
    "answer",
    "desk_device",
    "desk_floor",
    "desk_floor_hours",
    "desk_floor_settings",
    "desk_floors",
    "desk_hall",
    "desk_hall_line",
    "desk_hall_rules",
    "desk_hiding",
    "desk_lines",
    "desk_poll",
    "desk_poll_new",
    "desk_poll_removal",
    "desk_poll_screen",
    "desk_poll_state",
    "desk_poll_words",
    "desk_question_screen",
    "desk_question_state",
    "desk_redaction",
    "desk_shortlist",
    "desk_writing",
]
