"""A programme of another system in two steps: read and shown, then brought into the draft."""

from .applying import apply_import
from .reading import FileRefused, OutsideDates, open_import

__all__ = ["FileRefused", "OutsideDates", "apply_import", "open_import"]
