"""Addresses of personal calendars: a calendar cannot sign in, so its address is the key.

The key is signed and names the registration and the moment it was made: once the registration is
cancelled it opens nothing, and one made anew has another key.
"""

from __future__ import annotations

from django.core.signing import BadSignature, Signer

from rost.forum.models import Registration, RegistrationStatus

SALT = "forum.calendar"


def calendar_token(registration: Registration) -> str:
    return _signer().sign(_named(registration))


def registration_behind(token: str) -> Registration | None:
    """The registration, with its edition, whose calendar the token opens; one query."""
    try:
        key, _dash, made = _signer().unsign(token).partition("-")
    except BadSignature:
        return None
    if not key.isdigit():
        return None
    found = (
        Registration.objects.select_related("edition__published")
        .defer("edition__published__content")
        .exclude(status=RegistrationStatus.CANCELLED)
        .filter(pk=int(key))
        .first()
    )
    return found if found is not None and _named(found) == f"{key}-{made}" else None


def _named(registration: Registration) -> str:
    return f"{registration.pk}-{int(registration.queued_at.timestamp() * 1000)}"


def _signer() -> Signer:
    return Signer(sep="~", salt=SALT)
