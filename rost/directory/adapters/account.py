"""How the sign-in library sees our people."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter

from rost.directory.models import Person


class AccountAdapter(DefaultAccountAdapter):
    """No passwords anywhere; names are asked at sign-up."""


def display_name(person: Person) -> str:
    return person.full_name
