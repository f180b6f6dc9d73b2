"""What is done with practices."""
