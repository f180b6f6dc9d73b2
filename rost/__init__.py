"""Rost: the forum of municipalities as a system, all year round."""

__version__ = "0.4.0"
