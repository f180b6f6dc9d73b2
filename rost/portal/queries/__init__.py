"""Reads that join rooms for one page."""
