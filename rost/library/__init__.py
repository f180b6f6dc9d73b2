"""Practices: what worked, written so that another municipality can do it."""
