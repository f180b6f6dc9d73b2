"""Reading messages: a person's own, and the outbox of the staff."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, QuerySet

from rost.channels.models import DeliveryState, Message
from rost.channels.rules import SEE_OUTBOX
from rost.directory.models import Person
from rost.directory.rules import Visitor, may


def messages_of(person: Person) -> QuerySet[Message]:
    return Message.objects.filter(person=person).order_by("-created_at", "-id")


def unread_count(person: Person) -> int:
    return Message.objects.filter(person=person, read_at__isnull=True).count()


def get_message_for(visitor: Visitor, message_id: int) -> Message | None:
    """Only one's own messages can be read; the door for everybody, staff too."""
    if visitor.person is None:
        return None
    return messages_of(visitor.person).filter(pk=message_id).first()


def seen_by(visitor: Visitor) -> QuerySet[Message] | None:
    """Messages whose delivery the visitor answers for: all, their spaces', or None at all."""
    if may(visitor, SEE_OUTBOX):
        return Message.objects.all()
    own = [one.where for one in visitor.grants if may(visitor, SEE_OUTBOX, space=one.where)]
    return Message.objects.filter(space__in=own) if own else None


def outbox(messages: QuerySet[Message], state: str = "") -> QuerySet[Message]:
    """What became of them, newest first; bodies are not read."""
    if state in DeliveryState.values:
        messages = messages.filter(state=state)
    return messages.select_related("person").defer("body").order_by("-created_at", "-id")


def counts_by_state(messages: QuerySet[Message]) -> dict[str, int]:
    rows = messages.order_by().values_list("state").annotate(Count("id"))
    return dict.fromkeys(DeliveryState.values, 0) | dict(rows)


def get_outbox_message_for(visitor: Visitor, message_id: int) -> Message | None:
    messages = seen_by(visitor)
    if messages is None:
        return None
    return messages.select_related("person").filter(pk=message_id).first()


def overdue(now: datetime, limit: int = 50) -> list[int]:
    """Queued messages whose moment has passed with no attempt at them: their task was lost."""
    waiting = Message.objects.filter(state=DeliveryState.QUEUED, due_at__lt=now)
    return list(waiting.order_by("due_at").values_list("pk", flat=True)[:limit])


def message_rows(person: Person) -> Iterator[tuple[datetime, str, str, str]]:
    """A person's messages for «Мои данные»: when, subject, text, address."""
    messages = messages_of(person).values_list("created_at", "subject", "body", "address")
    return messages.iterator()


def expired_messages(before: datetime) -> int:
    return Message.objects.filter(created_at__lt=before).count()
