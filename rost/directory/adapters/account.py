"""How the sign-in library sees our people: codes and passkeys, no passwords, one language each."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.signup import get_signup_url
from allauth.account.models import EmailAddress
from allauth.core import context as current
from allauth.mfa.models import Authenticator
from allauth.utils import build_absolute_uri
from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Person

SECOND_FACTOR = "mfa"  # what the library writes for a passkey, a TOTP or a recovery code


class AccountAdapter(DefaultAccountAdapter):
    """Our words, our letters, and what counts as a confirmed address."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "email_taken": _("This address cannot be used: choose another one."),
        "duplicate_email": _("This is your address already."),
        "same_as_current": _("This is your address already."),
        "incorrect_code": _("The code is wrong. Check it and type it again."),
        "too_many_login_attempts": _(
            "Too many attempts. Wait five minutes and ask for a new code."
        ),
        "rate_limited": _("Too many attempts. Wait a little and try again."),
        "unverified_primary_email": _("Confirm your e-mail address first."),
    }

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        """An address to which a code was sent and from which it came back is confirmed."""
        records = get_authentication_records(request, user)
        email = records[-1].get("email") if records and records[-1]["method"] == "code" else None
        if email and user.is_active:
            confirm_address(user, email)
        response: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return response

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Staff whose rights sleep until a second factor are led to it first."""
        visitor = getattr(request, "visitor", None)
        if visitor is not None and visitor.is_staff and not visitor.strong:
            return reverse("account_second_factor")
        return str(super().get_login_redirect_url(request))

    def get_login_stages(self) -> list[str]:
        own = "rost.directory.adapters.stages.AddressStage"
        library = "allauth.account.stages.EmailVerificationStage"
        return [own if stage == library else stage for stage in super().get_login_stages()]

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Whoever has only a passkey is asked for it first, not for a spare code."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        if len(methods) < 2:  # strangers have none
            return methods
        if Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists():
            return methods
        return sorted(methods, key=lambda one: one["id"] == "mfa_reauthenticate")

    def send_account_already_exists_mail(self, email: str) -> None:
        """To a person who signs up again; the page said the same as to a stranger."""
        url = build_absolute_uri(current.request, reverse("account_login"))
        self.send_mail("account/email/account_already_exists", email, {"login_url": url})

    def render_mail(
        self, template_prefix: str, email: Any, context: dict[str, Any], headers: Any = None
    ) -> EmailMessage:
        """A letter in the language of the person it goes to."""
        person = context.get("user") or Person.objects.filter(email__iexact=email).first()
        language = person.language if isinstance(person, Person) else translation.get_language()
        with translation.override(language):
            context = context | {"signup_url": get_signup_url(context["request"])}
            letter: EmailMessage = super().render_mail(template_prefix, email, context, headers)
        return letter

    def clean_email(self, email: str) -> str:
        return str(super().clean_email(email)).lower()


def confirm_address(person: Person, email: str) -> None:
    """Note that the person reads this address; their only one becomes the primary one."""
    address, _new = EmailAddress.objects.get_or_create(
        user=person, email=email.lower(), defaults={"verified": True, "primary": True}
    )
    if not address.verified:
        address.verified = address.primary = True
        address.save(update_fields=["verified", "primary"])


def display_name(person: Person) -> str:
    return person.full_name


def passed_second_factor(request: HttpRequest) -> bool:
    """Whether a staff role counts in this session; the demonstration waives the second factor."""
    return not settings.STAFF_SECOND_FACTOR or confirmed_in_this_session(request)


def confirmed_in_this_session(request: HttpRequest) -> bool:
    """A passkey, TOTP or recovery code was shown by the person signed in now, not by another."""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == SECOND_FACTOR for record in records)
