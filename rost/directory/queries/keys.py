"""Reads of one-time keys; what a key opens is found by its digest alone."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac

from rost.core.language import fold
from rost.directory.models import KeyKind, Person, Role, RoleName, ScopeKind, SignInKey
from rost.directory.queries.visitors import local_day
from rost.directory.rules import (
    GRANT_ROLES,
    ISSUE_CODES,
    STAFF_ROLES,
    Visitor,
    may,
    may_issue_code,
)

# Digits and Cyrillic letters, none of a pair easily misheard or misread: 0О, 1, 3З, 8БВ, МН.
CODE_ALPHABET = "2345679АЕКМРТУХ"
CODE_LENGTH = 8
# A link may have to be typed from paper: small letters and digits that nobody mixes up. Sixteen
# of thirty-one are 79 bits.
LINK_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
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


def code_as_dictated(secret: str) -> str:
    """In two halves, the way it is said and written down."""
    half = CODE_LENGTH // 2
    return f"{secret[:half]}-{secret[half:]}"


def people_for_codes(visitor: Visitor, words: str) -> QuerySet[Person]:
    """People whom the visitor may hand a code: at home or at work in the visitor's territories.

    Those with rights of their own are left out, except for administrators.
    """
    people = Person.objects.filter(is_active=True).select_related("home__parent")
    day = local_day(visitor.now)
    if not may(visitor, GRANT_ROLES):
        if not may(visitor, ISSUE_CODES):
            people = people.filter(in_territories(territories_of(visitor)))
        people = people.exclude(pk__in=with_rights(day)).distinct()
    for word in fold(words).split():
        people = people.filter(search_name__contains=word)
    return people.order_by("sort_key", "id")


def person_for_code(visitor: Visitor, number: int) -> Person | None:
    """The person, if the visitor may hand them a code; otherwise there is no such person."""
    person = people_for_codes(visitor, "").filter(pk=number).first()
    if person is None:
        return None
    day = local_day(visitor.now)
    posts = person.posts.held_on(day).select_related("municipality")
    places = [person.home, *(post.municipality for post in posts)]
    allowed = may_issue_code(
        visitor,
        territories=[place.path for place in places if place is not None],
        holds_rights=person.pk in set(with_rights(day)),
    )
    return person if allowed else None


def territories_of(visitor: Visitor) -> list[str]:
    """Codes of the territories where the visitor may hand out sign-in codes."""
    return [
        grant.where
        for grant in visitor.grants
        if grant.scope == ScopeKind.TERRITORY
        and may(visitor, ISSUE_CODES, territory=f".{grant.where}.")
    ]


def in_territories(codes: list[str]) -> Q:
    """At home, or at work in a post, in one of the territories; with none given, nobody."""
    condition = Q(pk__in=[])
    for code in codes:
        condition |= Q(home__path__contains=f".{code}.")
        condition |= Q(posts__municipality__path__contains=f".{code}.")
    return condition


def with_rights(day: date) -> QuerySet[Role, int]:
    """Numbers of people who hold a staff or curator role on that day."""
    roles = [*STAFF_ROLES, RoleName.CURATOR]
    return Role.objects.held_on(day).filter(name__in=roles).values_list("person_id", flat=True)
