"""What everybody reads of the library."""
