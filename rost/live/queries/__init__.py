"""Reading of the live."""
