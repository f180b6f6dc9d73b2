"""What the room keeps about a person, class by class, and how much of it is past its term."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from rost.directory.models import Person
from rost.directory.queries.personal_data import Row
from rost.documents.models import Batch, Document, Handling
from rost.documents.queries.documents import documents_of
from rost.documents.queries.numbers import label_of, title_of_kind


def documents_kept(person: Person) -> Iterator[Row]:
    for one in documents_of(person):
        said = "; ".join(spoken(one.content))
        yield (
            title_of_kind(one.kind), label_of(one), one.title, one.name,
            one.issued_at, one.revoked_at, said,
        )  # fmt: skip


def spoken(value: object) -> Iterator[str]:
    """Every word that the paper says, in order."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from spoken(part)
    elif isinstance(value, str) and value:
        yield value


def batches_kept(person: Person) -> Iterator[Row]:
    for one in Batch.objects.filter(asked_by=person).order_by("-asked_at", "-id"):
        yield one.asked_at, one.title, one.get_state_display(), one.rows


def handling_kept(person: Person) -> Iterator[Row]:
    lines = Handling.objects.filter(by=person).select_related("document").order_by("-at", "-id")
    for one in lines:
        label = label_of(one.document) if one.document else ""
        yield one.at, one.get_act_display(), title_of_kind(one.kind), label, one.rows, one.reason


def old_documents(before: datetime) -> QuerySet[Document]:
    """Issued before the moment and still with the person in them."""
    return Document.objects.filter(issued_at__lt=before, emptied_at__isnull=True)


def old_batches(before: datetime) -> QuerySet[Batch]:
    return Batch.objects.filter(asked_at__lt=before)


def old_handling(before: datetime) -> QuerySet[Handling]:
    return Handling.objects.filter(at__lt=before)
