"""The registry of notices: what a holder is told when a paper of theirs is revoked.

A room declares it for its kind in `AppConfig.ready()`, and every way of revoking tells the same:

    register_revocation_notice("certificate", tell_revoked)
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from rost.documents.models import Document


class Tell(Protocol):
    def __call__(self, document: Document, *, now: datetime) -> object:
        """Tell the holder; a paper without a holder, or of another room, is nobody's news."""


_registry: dict[str, Tell] = {}


def register_revocation_notice(kind: str, tell: Tell) -> None:
    """Declare the notice of a kind once; another one for the same kind is a mistake."""
    if _registry.get(kind, tell) is not tell:
        raise ValueError(f"the notice of {kind} is declared twice")
    _registry[kind] = tell


def revocation_notice(kind: str) -> Tell | None:
    """How holders of this kind are told; None where no room declares it."""
    return _registry.get(kind)
