"""How many files a project may carry; of which kinds, `core.files` says."""

from __future__ import annotations

MOST_FILES = 10
TOTAL_SIZE = 30 * 1024 * 1024  # bytes of all files of a project
