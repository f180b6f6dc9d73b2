"""What the forum tells people, in words."""
