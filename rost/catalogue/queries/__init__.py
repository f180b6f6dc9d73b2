"""Reading of the catalogue."""
