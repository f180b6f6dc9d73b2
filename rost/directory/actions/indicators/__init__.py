"""What changes the figures of places."""

from .applying import (
    INDICATORS,
    LOCATIONS,
    apply_indicators,
    apply_locations,
    apply_rows,
    withdraw_indicators,
)
from .codes import CodeTaken, forget_code, name_code
from .declaring import ProfileRefused, declare
from .register import CENTRES_SOURCE, load_indicators, load_locations
from .writing import Line, Point, Written, write_locations, write_values

__all__ = [
    "CENTRES_SOURCE",
    "INDICATORS",
    "LOCATIONS",
    "CodeTaken",
    "Line",
    "Point",
    "ProfileRefused",
    "Written",
    "apply_indicators",
    "apply_locations",
    "apply_rows",
    "declare",
    "forget_code",
    "load_indicators",
    "load_locations",
    "name_code",
    "withdraw_indicators",
    "write_locations",
    "write_values",
]
