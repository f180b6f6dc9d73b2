"""Reading of the library."""
