"""What the library does with the bytes of pictures."""
