"""The mail channel: one plain text letter in the person's own language."""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext

from rost.channels.models import Message
from rost.ui.languages import in_language


def letter(message: Message) -> EmailMessage:
    """The letter of this message: always the same one, so a repeated letter is recognised as such.

    `Message-ID` comes from the dedupe key; `Auto-Submitted` (RFC 3834) keeps answering machines
    quiet. These are service messages, so there is nothing to unsubscribe from.
    """
    language = message.person.language
    with translation.override(language):
        return EmailMessage(
            subject=" ".join(message.subject.split()),
            body=text(message, language),
            to=[message.address],
            headers={
                "Message-ID": message_id(message.dedupe),
                "Auto-Submitted": "auto-generated",
                "Content-Language": language,
            },
        )


def text(message: Message, language: str) -> str:
    """Greeting, body, where to go, who writes; called in the person's language."""
    person = message.person
    named = " ".join(filter(None, (person.given_name, person.patronymic)))
    parts = [gettext("Dear %(name)s,") % {"name": named or person.full_name}, message.body.strip()]
    if message.path:
        parts.append(settings.SITE_URL + in_language(message.path, language))
    parts.append(
        "-- \n"
        + gettext("This letter was sent by the platform «Rost»; it does not read answers.")
        + f"\n{settings.SITE_URL}{in_language('/', language)}"
    )
    return "\n\n".join(parts) + "\n"


def message_id(dedupe: str) -> str:
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return f"<{hashlib.sha256(dedupe.encode()).hexdigest()[:32]}@{host}>"


def deliver(message: Message) -> None:
    """Hand the letter to the mail server; raises OSError or SMTPException on refusal."""
    letter(message).send()
