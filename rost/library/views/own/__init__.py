"""Pages of the authors."""

from .co_authors import co_author_key, draft_co_author_removal, draft_co_authors
from .draft import draft, draft_mending, draft_sending, practice_removal
from .filling import draft_form
from .photos import (
    draft_file_removal,
    draft_files,
    draft_photo_removal,
    draft_photos,
    draft_photos_words,
)
from .starting import practice_new

__all__ = [
    "co_author_key",
    "draft",
    "draft_co_author_removal",
    "draft_co_authors",
    "draft_file_removal",
    "draft_files",
    "draft_form",
    "draft_mending",
    "draft_photo_removal",
    "draft_photos",
    "draft_photos_words",
    "draft_sending",
    "practice_new",
    "practice_removal",
]
