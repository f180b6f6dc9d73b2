"""Collections of practices: read from what people send, written for whoever takes them."""
