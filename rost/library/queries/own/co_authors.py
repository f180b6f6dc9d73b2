"""The links that make co-authors."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from rost.library.models import CoAuthorKey

LASTS = 30  # days


def digest_of(secret: str) -> str:
    """Secrets have 256 random bits, so a plain digest is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def key_by(secret: str, now: datetime) -> CoAuthorKey | None:
    """The link that nobody has used yet."""
    return (
        CoAuthorKey.objects.filter(
            digest=digest_of(secret), made_at__gte=now - timedelta(days=LASTS)
        )
        .select_related("practice__author")
        .first()
    )
