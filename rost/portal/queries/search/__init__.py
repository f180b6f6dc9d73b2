"""Reads of the search page."""
