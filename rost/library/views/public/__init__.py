"""Pages that everybody reads."""

from .bytes import file, photo
from .listing import practices
from .practice import practice, version, version_changes

__all__ = ["file", "photo", "practice", "practices", "version", "version_changes"]
