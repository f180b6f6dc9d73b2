"""Writing of the library."""
