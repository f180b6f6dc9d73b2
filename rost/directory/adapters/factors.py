"""Switching a second factor on: whoever has just shown that it works need not show it again."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.http import HttpRequest, HttpResponse


class ActivateTotp(ActivateTOTPView):
    """A code of the new application was typed: the session has its confirmation."""

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        confirm_with_new(self.request, Authenticator.Type.TOTP)
        return answer


class AddPasskey(AddWebAuthnView):
    """The new passkey has answered: the session has its confirmation."""

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        confirm_with_new(self.request, Authenticator.Type.WEBAUTHN)
        return answer


def confirm_with_new(request: HttpRequest, kind: str) -> None:
    """Only after this very request has added a factor: others of the person may run beside it."""
    newest = Authenticator.objects.filter(user=request.user, type=kind).latest("created_at", "pk")
    post_authentication(request, newest, reauthenticated=True)
