"""Words of the live."""
