"""E-mail addresses as the sign-in library remembers them."""

from __future__ import annotations

from allauth.account.models import EmailAddress

from rost.directory.models import Person


def keep_address(person: Person) -> None:
    """Forget every address but the person's own: none of the others opens the account any more."""
    EmailAddress.objects.filter(user=person).exclude(email__iexact=person.email or "").delete()
