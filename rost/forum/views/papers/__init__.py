"""Pages of papers: printing, badges, guests, entry from signed sheets."""

from .badges import badges, owner, replacement, spares, ticked_printing
from .guests import guest
from .printing import badges_printing, draft_programme, list_printing, papers, sheets_printing
from .sheets import sheet, sheets

__all__ = [
    "badges",
    "badges_printing",
    "draft_programme",
    "guest",
    "list_printing",
    "owner",
    "papers",
    "replacement",
    "sheet",
    "sheets",
    "sheets_printing",
    "spares",
    "ticked_printing",
]
