"""Pages about figures of places."""
