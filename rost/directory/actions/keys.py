"""One-time keys: issuing, using and revoking them."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from rost.directory.models import KeyKind, Person, SignInKey
from rost.directory.queries.keys import (
    CODE_ALPHABET,
    CODE_LENGTH,
    LINK_ALPHABET,
    digest_of,
    usable_key,
)
from rost.ui.refusals import Refusal

CODE_VALID_FOR = timedelta(hours=24)


class KeyRefused(Refusal):
    """The link or code opens nothing now; the reason is deliberately not told apart."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This link or code does not work: it may have been used already or be out of date. "
                "Ask whoever gave it to you for a new one, or sign in with your e-mail address."
            )
        )


class DemonstrationOnly(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Demonstration links exist only in demonstration mode."))


@transaction.atomic
def issue_key(
    *,
    person: Person,
    kind: KeyKind | str,
    issued_by: Person | None,
    now: datetime,
    valid_for: timedelta,
    leads_to: str = "",
) -> tuple[SignInKey, str]:
    """A new key and its secret, which is told once and never stored.

    A new dictated code revokes the person's earlier ones: whoever lost a code asks for another.
    """
    if kind == KeyKind.DEMONSTRATION and not settings.DEMO:
        raise DemonstrationOnly
    if leads_to and not url_has_allowed_host_and_scheme(leads_to, allowed_hosts=None):
        raise ValueError("a key leads only to a path of this site")
    if kind == KeyKind.CODE:
        revoke_keys(person=person, kind=KeyKind.CODE, now=now)
    secret = new_secret(kind)
    while SignInKey.objects.filter(digest=digest_of(secret)).exists():
        secret = new_secret(kind)
    key = SignInKey.objects.create(
        person=person,
        kind=kind,
        digest=digest_of(secret),
        leads_to=leads_to,
        issued_by=issued_by,
        issued_at=now,
        expires_at=now + valid_for,
    )
    return key, secret


def issue_code(*, person: Person, issued_by: Person, now: datetime) -> tuple[SignInKey, str]:
    """A code to dictate, good for a day; whether the issuer may is decided by the rules before."""
    return issue_key(
        person=person,
        kind=KeyKind.CODE,
        issued_by=issued_by,
        now=now,
        valid_for=CODE_VALID_FOR,
    )


def new_secret(kind: KeyKind | str) -> str:
    if kind == KeyKind.CODE:
        return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
    groups = ("".join(secrets.choice(LINK_ALPHABET) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


def use_key(*, secret: str, now: datetime) -> SignInKey:
    """Spend the key; of two simultaneous uses exactly one succeeds, the other is refused."""
    key = usable_key(secret, now=now)
    if key is None:
        raise KeyRefused
    if key.kind == KeyKind.DEMONSTRATION:
        return key
    unspent = SignInKey.objects.filter(
        pk=key.pk, used_at__isnull=True, revoked_at__isnull=True, expires_at__gt=now
    )
    if not unspent.update(used_at=now):
        raise KeyRefused
    key.used_at = now
    return key


def revoke_keys(*, person: Person, now: datetime, kind: KeyKind | str | None = None) -> int:
    """Revoke the person's unused keys (of one kind, or all); returns how many."""
    keys = SignInKey.objects.filter(person=person, used_at__isnull=True, revoked_at__isnull=True)
    if kind is not None:
        keys = keys.filter(kind=kind)
    return keys.update(revoked_at=now)
