"""Writing of the catalogue."""
