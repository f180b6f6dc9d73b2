"""What the library says: letters and reminders in words."""
