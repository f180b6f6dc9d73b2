"""The directory's side of outside libraries."""
