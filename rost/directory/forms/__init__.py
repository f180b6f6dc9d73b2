"""What people type into the directory."""
