"""Taking people out of what the room keeps: on their wish, and when the term is over."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from rost.directory.actions.erasing import former
from rost.directory.models import Person
from rost.documents.models import Batch, Document, Handling
from rost.documents.queries import keeping

NO_WORDS = "—"


@transaction.atomic
def empty(documents: QuerySet[Document], now: datetime) -> int:
    """The person goes out of the rows; number, kind, space, dates and the check code stay.

    Reasons were typed by people and may name somebody, so they go too; `about` leads to the
    person's row in another room, so it is let go.
    """
    numbers = list(documents.filter(emptied_at__isnull=True).values_list("pk", flat=True))
    rows = Document.objects.filter(pk__in=numbers)
    rows.filter(~Q(revoked_why="")).update(revoked_why=NO_WORDS)
    Handling.objects.filter(document__in=numbers).update(reason="")
    return rows.update(holder=None, name="", about="", content={}, emptied_at=now)


def erase_documents(person: Person, now: datetime) -> int:
    return empty(Document.objects.filter(holder=person), now)


def destroy_documents(before: datetime, now: datetime) -> int:
    return empty(keeping.old_documents(before), now)


def erase_batches(person: Person, now: datetime) -> int:
    """The work stays for the others at the desk until its term; who asked is forgotten."""
    return Batch.objects.filter(asked_by=person).update(asked_by=None)


def destroy_batches(before: datetime, now: datetime) -> int:
    return remove(keeping.old_batches(before))


@transaction.atomic
def remove(batches: QuerySet[Batch]) -> int:
    """Rows go at once, their files when that is certain."""
    count = 0
    for batch in batches:
        if batch.file:
            stored, storage = batch.file.name, batch.file.storage
            transaction.on_commit(lambda s=storage, n=stored: s.delete(n))  # type: ignore[misc]
        batch.delete()
        count += 1
    return count


def erase_handling(person: Person, now: datetime) -> int:
    """What was done with papers stays in the log; who did it becomes a bare number."""
    return Handling.objects.filter(by=person).update(by=None, by_name=former(person))


def destroy_handling(before: datetime, now: datetime) -> int:
    return keeping.old_handling(before).delete()[0]
