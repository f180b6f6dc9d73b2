"""A collection of practices: kept after reading, applied once, taken back."""

from .applying import apply_collection
from .opening import open_collection
from .taking_back import NothingToTakeBack, take_back_collection

__all__ = [
    "NothingToTakeBack",
    "apply_collection",
    "open_collection",
    "take_back_collection",
]
