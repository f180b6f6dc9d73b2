"""What the hall's telephones ask for by themselves."""

from .state import state

__all__ = ["state"]
