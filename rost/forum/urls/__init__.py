"""Addresses of the forum."""
