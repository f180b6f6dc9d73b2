"""Sessions and ways to sign in, as the sign-in library keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from rost.directory.models import Person


def sessions_of(person: Person) -> list[Any]:
    """Living sessions, the newest first."""
    living = UserSession.objects.purge_and_list(person)
    return sorted(living, key=lambda one: one.created_at, reverse=True)


def end_session(person: Person, number: int) -> str | None:
    """End one session of this person; returns its key, or None when they have no such session."""
    session = UserSession.objects.filter(user=person, pk=number).first()
    if session is None:
        return None
    session.end()
    return str(session.session_key)


def end_all_sessions(person: Person) -> int:
    """End every session that knows this person, half-finished sign-ins among them."""
    UserSession.objects.filter(user=person).delete()
    return int(Session.objects.filter(pk__in=list(keys_of_sessions_with(person))).delete()[0])


def keys_of_sessions_with(person: Person) -> Iterator[str]:
    """Keys of sessions that hold the person or their address; a session has no column for it."""
    store = SessionStore()
    for session in Session.objects.iterator(chunk_size=500):
        data = store.decode(session.session_data)
        if str(data.get("_auth_user_id")) == str(person.pk) or mentions(data, person):
            yield session.session_key


def mentions(value: Any, person: Person) -> bool:
    """Whether the person's address or number as a user stands anywhere in the session's data."""
    if isinstance(value, dict):
        return str(value.get("user_id", value.get("user_pk"))) == str(person.pk) or any(
            mentions(one, person) for one in value.values()
        )
    if isinstance(value, list):
        return any(mentions(one, person) for one in value)
    return isinstance(value, str) and bool(person.email) and value.lower() == person.email


def remove_ownerless() -> int:
    """Notes of devices whose session is gone."""
    gone = UserSession.objects.exclude(session_key__in=Session.objects.values("session_key"))
    return int(gone.delete()[0])


def expired_sessions(before: datetime) -> QuerySet[Session]:
    return Session.objects.filter(expire_date__lt=before)


def unconfirmed_addresses() -> QuerySet[Any]:
    """Numbers of people who have an address that was never confirmed."""
    addresses: QuerySet[Any] = EmailAddress.objects.filter(verified=False)
    return addresses.values_list("user_id", flat=True)


def ways_in(person: Person) -> list[tuple[str, str, datetime | None]]:
    """What the person can sign in with: kind, what tells it apart, since when."""
    addresses = EmailAddress.objects.filter(user=person).order_by("email")
    factors = Authenticator.objects.filter(user=person).order_by("created_at")
    accounts = SocialAccount.objects.filter(user=person).order_by("date_joined")
    return [
        *(("email", one.email, None) for one in addresses),
        *((one.type, str(one.data.get("name", "")), one.created_at) for one in factors),
        *(("service", one.provider, one.date_joined) for one in accounts),
    ]


def remove_ways_in(person: Person) -> int:
    """Remove addresses, passkeys, TOTP, recovery codes and outside accounts."""
    owned: tuple[Any, ...] = (EmailAddress, Authenticator, SocialAccount)
    return sum(model.objects.filter(user=person).delete()[0] for model in owned)


def factors_of(person: Person) -> dict[str, Any]:
    """Passkeys, TOTP and recovery codes of the person, by kind."""
    factors: dict[str, Any] = {"webauthn": []}
    for one in Authenticator.objects.filter(user=person).order_by("created_at"):
        if one.type == Authenticator.Type.WEBAUTHN:
            factors["webauthn"].append(one)
        else:
            factors[one.type] = one
    return factors
