"""What people type into the forum."""
