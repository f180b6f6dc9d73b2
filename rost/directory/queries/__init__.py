"""Reads of the directory."""

from .visitors import visitor_for

__all__ = ["visitor_for"]
