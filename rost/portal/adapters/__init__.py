"""What the portal asks of the database itself."""
