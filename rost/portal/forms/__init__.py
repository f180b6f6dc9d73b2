"""Forms of the pages that join rooms."""
