"""Lists of figures: flat ones of the statistics, sheets with a column a figure, coordinates."""

from .locations import read_locations
from .model import FiguresReading, Note
from .reading import read_indicators

__all__ = ["FiguresReading", "Note", "read_indicators", "read_locations"]
