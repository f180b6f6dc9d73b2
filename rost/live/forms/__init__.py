"""Forms of the live."""
