"""Pages of the live."""
