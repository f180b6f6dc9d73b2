"""The log of papers: what was printed, sent, revoked, and by whom."""

from __future__ import annotations

from django.db.models import QuerySet

from rost.documents.models import Act, Document, Handling

PRINTS = (Act.PRINTED, Act.REPRINTED)
SENDINGS = (Act.SENT, Act.SENT_AGAIN)


def printed_before(document: Document) -> bool:
    """Whether the next print is a second one, which needs a reason."""
    return Handling.objects.filter(document=document, act__in=PRINTS).exists()


def papers_printed_before(kind: str, space: str, about: str) -> bool:
    """The same of papers without numbers: this part of this kind in this space."""
    lines = Handling.objects.filter(kind=kind, space=space, about=about, document=None)
    return bool(about) and lines.filter(act__in=PRINTS).exists()


def log_of(space: str) -> QuerySet[Handling]:
    """All lines of a space, the newest first."""
    return Handling.objects.filter(space=space).select_related("document").order_by("-at", "-id")


def log_of_document(document: Document) -> QuerySet[Handling]:
    return document.handling.order_by("-at", "-id")
