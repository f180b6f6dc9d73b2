"""Sending a message, sending it again, reading it."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rost.channels import tasks
from rost.channels.models import DeliveryState, Message
from rost.directory.models import Person
from rost.ui.refusals import Refusal


class AlreadySent(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This message has already been sent; it was not sent a second time."))


class NoAddress(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The person has no e-mail address: the message stands on their page."))


@transaction.atomic
def send(
    *,
    person: Person,
    dedupe: str,
    subject: str | Promise,
    body: str | Promise,
    now: datetime,
    path: str = "",
    space: str = "",
) -> Message | None:
    """Put a service message on the person's page and, when they have an address, into the mail.

    None when a message with this `dedupe` key exists. Lazy texts are read in the person's own
    language. The message and its place in the queue are one transaction with the caller's change:
    either both are there or neither, and a worker sees them only after the commit. `space` names
    what the message is about («forum.edition:1»): its staff see what became of it.
    """
    if Message.objects.filter(dedupe=dedupe).exists():
        return None
    with translation.override(person.language):
        subject, body = str(subject), str(body)
    try:
        with transaction.atomic():
            message = Message.objects.create(
                person=person,
                dedupe=dedupe,
                subject=subject[:300],
                body=body,
                path=path,
                space=space,
                address=person.email or "",
                state=DeliveryState.QUEUED if person.email else DeliveryState.ON_PAGE,
                due_at=now if person.email else None,
                created_at=now,
            )
    except IntegrityError:  # somebody else wrote the same message in this very moment
        return None
    if message.state == DeliveryState.QUEUED:
        tasks.enqueue(message.pk)
    return message


@transaction.atomic
def send_again(*, message: Message, now: datetime) -> Message:
    """Begin anew with a message that failed or hangs in the queue, to the present address."""
    message = (
        Message.objects.select_for_update(of=("self",)).select_related("person").get(pk=message.pk)
    )
    if message.state == DeliveryState.SENT:
        raise AlreadySent
    if not message.person.email:
        raise NoAddress
    message.state = DeliveryState.QUEUED
    message.address = message.person.email
    message.attempts = 0
    message.error = ""
    message.due_at = now
    message.save(update_fields=("state", "address", "attempts", "error", "due_at"))
    tasks.enqueue(message.pk)
    return message


def mark_read(*, message: Message, now: datetime) -> None:
    """Remember the first time the person opened the message."""
    Message.objects.filter(pk=message.pk, read_at__isnull=True).update(read_at=now)


def erase_messages(person: Person, now: datetime) -> int:
    """Remove every message of a person who leaves."""
    return Message.objects.filter(person=person).delete()[0]


def destroy_messages(before: datetime) -> int:
    """Remove messages older than the term of keeping."""
    return Message.objects.filter(created_at__lt=before).delete()[0]
