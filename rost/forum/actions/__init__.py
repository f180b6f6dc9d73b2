"""What changes the forum."""
