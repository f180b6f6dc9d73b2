"""Reading issued documents: one through its door, a person's own, as paper."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from rost.directory.models import Person
from rost.directory.rules import Visitor, may
from rost.documents.kinds.model import Text
from rost.documents.models import Document
from rost.documents.queries.numbers import label_of, title_of_kind
from rost.documents.queries.papers import content_of, paper
from rost.documents.rules import HANDLE_DOCUMENTS, code_as_issued


def get_document_for(visitor: Visitor, code: str) -> Document | None:
    """The document, for its holder and for the organisers of its space."""
    document = with_code(code)
    if document is None or not (is_holder(visitor, document) or may_handle(visitor, document)):
        return None
    return document


def get_handled_document_for(visitor: Visitor, code: str) -> Document | None:
    """The same for the organisers alone."""
    document = with_code(code)
    return document if document is not None and may_handle(visitor, document) else None


def with_code(code: str) -> Document | None:
    found = Document.objects.select_related("template", "holder")
    return found.filter(code=code_as_issued(code)).first()


def is_holder(visitor: Visitor, document: Document) -> bool:
    return visitor.person is not None and document.holder_id == visitor.person.pk


def may_handle(visitor: Visitor, document: Document) -> bool:
    return may(visitor, HANDLE_DOCUMENTS, space=document.space)


def can_be_printed(document: Document) -> bool:
    """A revoked paper is not printed again; of an emptied one nothing is left to print."""
    return document.revoked_at is None and document.emptied_at is None


@dataclass(frozen=True, slots=True)
class File:
    name: str
    data: bytes


def file_of(document: Document) -> File:
    """The paper from what it said when it was issued."""
    label = label_of(document)
    content = content_of(document.kind, document.content)
    title = f"{title_of_kind(document.kind)} {label}"
    data = paper(document.kind, [content], language=document.language, title=title)
    return File(f"{label}.pdf", data)


@dataclass(frozen=True, slots=True)
class Mine:
    document: Document
    kind: Text
    label: str


def documents_of(person: Person) -> QuerySet[Document]:
    return Document.objects.filter(holder=person).order_by("-issued_at", "-id")


def mine(person: Person) -> list[Mine]:
    """A person's own documents, the newest first; what they say is not read."""
    return [
        Mine(one, title_of_kind(one.kind), label_of(one))
        for one in documents_of(person).defer("content")
    ]
