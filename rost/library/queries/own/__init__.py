"""Reads of the authors' side."""
