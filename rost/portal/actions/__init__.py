"""What the portal does across rooms."""
