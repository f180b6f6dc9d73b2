"""Signing a person in with a key, through the same stages as every other way in."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.flows.logout import logout
from allauth.account.models import Login
from django.http import HttpRequest, HttpResponse

from rost.directory.models import SignInKey


def sign_in_with_key(request: HttpRequest, key: SignInKey) -> HttpResponse:
    """Begin the session of the key's person; whoever has a second factor is asked for it next.

    The e-mail address is not confirmed by this: a key on paper says nothing about a mailbox.
    """
    if request.user.is_authenticated:
        logout(request)
    record_authentication(request, key.person, method="key", kind=key.kind)
    login: Any = Login(user=key.person, redirect_url=key.leads_to or None)
    response: HttpResponse = perform_login(request, login)
    return response
