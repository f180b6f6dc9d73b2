"""A telephone that has shown a badge votes by it: a signed cookie names the badge, nothing else."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse

from rost.forum.models import Badge, Edition

COOKIE = "vote_badge"
SALT = "rost.forum.vote.badge"
LASTS = int(timedelta(hours=12).total_seconds())


def remember(request: HttpRequest, response: HttpResponse, badge: Badge) -> None:
    response.set_signed_cookie(
        COOKIE,
        f"{badge.edition_id}:{badge.pk}",
        salt=SALT,
        max_age=LASTS,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )


def shown_badge(request: HttpRequest, edition: Edition) -> int | None:
    """The badge of this edition that the telephone has shown."""
    text = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=LASTS)
    whose, _colon, number = (text or "").partition(":")
    return int(number) if whose == str(edition.pk) and number.isdecimal() else None
