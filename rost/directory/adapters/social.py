"""How people come in through an outside sign-in service (OpenID Connect)."""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.utils import timezone, translation

from rost.core.language import fold, full_name, sort_key
from rost.directory.adapters.account import confirm_address
from rost.directory.models import Person


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Fills a new person from what the service tells; the person corrects it later."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """An address the service has verified needs no letter from us."""
        person = sociallogin.user
        for address in sociallogin.email_addresses:
            if person.pk and address.verified and address.email.lower() == person.email:
                confirm_address(person, address.email)

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Person:
        person: Person = super().populate_user(request, sociallogin, data)
        claims = sociallogin.account.extra_data
        claims = claims.get("userinfo", claims)
        whole = (data.get("name") or "").split(" ", 1)
        person.surname = (data.get("last_name") or whole[0] or data.get("email") or "?")[:120]
        person.given_name = (data.get("first_name") or " ".join(whole[1:]))[:120]
        person.patronymic = (claims.get("middle_name") or "")[:120]
        name = full_name(person.surname, person.given_name, person.patronymic)
        person.search_name = fold(name)[:400]
        person.sort_key = sort_key(name)[:500]
        person.email = (person.email or "").lower() or None
        person.language = translation.get_language() or "ru"
        person.created_at = timezone.now()
        return person
