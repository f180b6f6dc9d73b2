"""What a stranger with a code may learn, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rost.documents.kinds.model import Text
from rost.documents.models import Document
from rost.documents.queries.numbers import title_of_kind
from rost.documents.rules import CODE_LENGTH, code_as_issued, part_of_name


@dataclass(frozen=True, slots=True)
class Checked:
    kind: Text
    title: str  # the event
    name: str  # a part of it, see rules.part_of_name
    language: str
    issued_at: datetime
    revoked_at: datetime | None
    emptied_at: datetime | None


def checked(typed: str) -> Checked | None:
    """The document with this code. A code of a wrong shape is looked for like any other, so that
    both take the same work and the same answer."""
    code = code_as_issued(typed)[: CODE_LENGTH + 1]
    found = (
        Document.objects.filter(code=code)
        .only("kind", "title", "name", "language", "issued_at", "revoked_at", "emptied_at")
        .first()
    )
    if found is None:
        return None
    return Checked(
        kind=title_of_kind(found.kind),
        title=found.title,
        name=part_of_name(found.name),
        language=found.language,
        issued_at=found.issued_at,
        revoked_at=found.revoked_at,
        emptied_at=found.emptied_at,
    )
