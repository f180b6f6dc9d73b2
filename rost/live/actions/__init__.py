"""Writing of the live."""
