"""Reads of one-time keys; what a key opens is found by its digest alone."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from rost.directory.models import KeyKind, SignInKey

# Digits and Cyrillic letters that are hard to mishear or misread: no 0/О, 1, З/3, Б/В/8, М/Н.
CODE_ALPHABET = "2345679АЕКМРТУХ"
CODE_LENGTH = 8
LATIN_TWINS = str.maketrans("AEKMPTYX", "АЕКМРТУХ")


def code_as_issued(typed: str) -> str:
    """What was typed, as it was issued: spaces, hyphens, case and Latin look-alikes do not matter.

    >>> code_as_issued(" 2екm-79 px ")
    '2ЕКМ79РХ'
    """
    return "".join(filter(str.isalnum, typed)).upper().translate(LATIN_TWINS)


def digest_of(secret: str) -> str:
    """The keyed digest under which a secret is stored; useless without the signing key."""
    return salted_hmac("rost.directory.sign-in-key", secret, algorithm="sha256").hexdigest()


def usable_key(secret: str, *, now: datetime) -> SignInKey | None:
    """The key this secret opens now; unknown, used, revoked and expired ones are all None."""
    digest = digest_of(secret)
    key = SignInKey.objects.select_related("person").filter(digest=digest).first()
    if key is None or not constant_time_compare(key.digest, digest):
        return None
    return key if is_usable(key, now=now) else None


def is_usable(key: SignInKey, *, now: datetime) -> bool:
    if key.kind == KeyKind.DEMONSTRATION and not settings.DEMO:
        return False
    unspent = key.kind == KeyKind.DEMONSTRATION or key.used_at is None
    return unspent and key.revoked_at is None and now < key.expires_at and key.person.is_active
