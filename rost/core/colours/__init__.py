"""Colours that people choose, kept readable."""

from .contrast import contrast, is_colour, readable

__all__ = ["contrast", "is_colour", "readable"]
