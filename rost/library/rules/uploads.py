"""How many photographs, files and videos a practice may carry, and how large they may be."""

from __future__ import annotations

MOST_PHOTOS = 12
MOST_FILES = 10
MOST_VIDEOS = 5
TOTAL_SIZE = 30 * 1024 * 1024  # bytes of all files of a practice
LONGEST_ALT = 300
LONGEST_URL, LONGEST_VIDEO_TITLE = 500, 200
