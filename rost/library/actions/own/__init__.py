"""What authors do with their practices."""
