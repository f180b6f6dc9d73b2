"""In which order a reviewer is offered projects."""

from __future__ import annotations

import hashlib


def turn_of(*, reviews: int, wanted: int, reviewer: int, code: str) -> tuple[bool, int, str]:
    """Key of the order: projects that want reviews first, among them the least reviewed.

    Ties go by a digest of the reviewer and the project: everybody begins elsewhere, and finds
    the list tomorrow as it was today.
    """
    digest = hashlib.sha256(f"{reviewer}:{code}".encode()).hexdigest()
    return (reviews >= wanted, reviews, digest)
