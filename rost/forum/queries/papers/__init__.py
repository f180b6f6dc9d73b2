"""What the papers of an edition say: badges, sign-in sheets, lists, the programme."""

from .badges import badge_contents, badges_to_print
from .lists import list_content, participants
from .programme import programme_content
from .sheets import people_of, sheet_contents, sheets_with_targets

__all__ = [
    "badge_contents",
    "badges_to_print",
    "list_content",
    "participants",
    "people_of",
    "programme_content",
    "sheet_contents",
    "sheets_with_targets",
]
