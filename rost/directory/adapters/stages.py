"""Stages between proving who one is and being signed in."""

from __future__ import annotations

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.stages import EmailVerificationStage

VOUCH_FOR_THEMSELVES = {"key", "mfa"}  # a paper link or dictated code; a passkey


class AddressStage(EmailVerificationStage):
    """The mailbox is asked about at sign-up, not of those who came in without it.

    People without e-mail, and those who never opened their mailbox here, would find no way in
    with a passkey otherwise.
    """

    def handle(self) -> Any:
        records = get_authentication_records(self.request, self.login.user)
        if records and records[-1]["method"] in VOUCH_FOR_THEMSELVES and not self.login.signup:
            return None, True
        return super().handle()
