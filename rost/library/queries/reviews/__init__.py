"""Reviews as reviewers, authors and everybody read them."""

from .seals import Seal, seal_of

__all__ = ["Seal", "seal_of"]
