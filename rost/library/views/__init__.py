"""Pages of the library, a package for each part of it."""
