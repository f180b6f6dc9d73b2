"""The forum and the formats of the outside world."""
