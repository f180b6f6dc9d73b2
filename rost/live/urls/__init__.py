"""Addresses of the live."""
