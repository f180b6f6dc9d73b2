"""Reads of adoptions: doors, pages, the tree, what stands where."""
