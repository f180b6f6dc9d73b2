"""What rooms say of their public things."""
