"""Which files may be taken: told by what they begin with, not by what they are called."""

from .kinds import ENDINGS, kind_of

__all__ = ["ENDINGS", "kind_of"]
