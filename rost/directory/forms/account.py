"""Forms of signing in and up; the sign-in library looks each up by its name in the settings."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as library
from allauth.account.models import EmailAddress
from allauth.account.utils import setup_user_email
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rost.directory.actions.consents import give_consent
from rost.directory.actions.people import add_person
from rost.directory.forms.consents import add_consent_fields, consents_given
from rost.directory.models import Person, Purpose


def email_field() -> forms.EmailField:
    return forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )


def code_field() -> forms.CharField:
    return forms.CharField(
        label=_("Code from the letter"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


def passkey_name_field(required: bool) -> forms.CharField:
    return forms.CharField(label=_("Name of the passkey"), max_length=120, required=required)


class RequestCodeForm(library.RequestLoginCodeForm):
    email = email_field()


class LoginCodeForm(library.ConfirmLoginCodeForm):
    code = code_field()


class EmailCodeForm(library.ConfirmEmailVerificationCodeForm):
    code = code_field()


class NewEmailForm(library.AddEmailForm):
    email = email_field()


class SignUpForm(library.SignupForm):
    """Names as in the passport, an address, and the consent to keep them."""

    email = email_field()
    field_order = ("surname", "given_name", "patronymic", "email")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Your e-mail address")
        for name, label, required, completion in (
            ("surname", _("Surname"), True, "family-name"),
            ("given_name", _("Given name"), True, "given-name"),
            ("patronymic", _("Patronymic"), False, "additional-name"),
        ):
            self.fields[name] = forms.CharField(
                label=label,
                required=required,
                max_length=120,
                widget=forms.TextInput(attrs={"autocomplete": completion}),
            )
        self.order_fields(self.field_order)
        add_consent_fields(
            self, (Purpose.PARTICIPATION, Purpose.MAILING), required=(Purpose.PARTICIPATION,)
        )

    def save(self, request: Any) -> Person:
        """Called by the library for an address that nobody has yet."""
        data, now = self.cleaned_data, timezone.now()
        person = add_person(
            surname=data["surname"],
            given_name=data["given_name"],
            patronymic=data["patronymic"],
            email=data["email"],
            language=get_language() or "ru",
            now=now,
        )
        setup_user_email(request, person, [EmailAddress(email=data["email"])])
        for text in consents_given(self):
            give_consent(person=person, purpose=text.purpose, text=text, now=now)
        return person


class NewPasskeyForm(passkeys.AddWebAuthnForm):
    name = passkey_name_field(required=False)


class PasskeyNameForm(passkeys.EditWebAuthnForm):
    name = passkey_name_field(required=True)
