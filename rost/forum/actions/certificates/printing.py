"""Certificates as one file to print: what each said when it was issued, in order of names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction

from rost.directory.models import AccessRecord, Person
from rost.documents.actions.handling import note_many
from rost.documents.models import Act, Document
from rost.documents.queries.papers import content_of, paper
from rost.forum.models import Edition
from rost.forum.queries.certificates import certificates_of
from rost.forum.queries.certificates.entitlement import KIND

from .issuing import log_access, parts

READ = 100  # at a time; nothing is locked meanwhile
Progress = Callable[[int, int], None]


def certificates_to_print(
    *,
    edition: Edition,
    documents: Sequence[int],
    language: str,
    by: Person | None,
    now: datetime,
    why: str = "",
    occasion: str = "",
    progress: Progress | None = None,
) -> tuple[bytes, int]:
    """The file and how many are in it; a few queries a hundred, and a line of the log for each.

    Papers printed before are refused without a reason (`ReasonNeeded`).
    """
    ordered = certificates_of(edition, documents).filter(language=language)
    wanted = list(ordered.order_by("holder__sort_key", "pk").values_list("pk", flat=True))
    contents, printed, passed = [], [], 0
    for part in parts(wanted, size=READ):
        stored = dict(certificates_of(edition, part).values_list("pk", "content"))
        there = [pk for pk in part if pk in stored]  # without those revoked in this moment
        contents += [content_of(KIND, stored[pk]) for pk in there]
        printed += there
        passed += len(part)
        if progress is not None:
            progress(passed, len(wanted))
    if not contents:
        return b"", 0
    made = paper(KIND, contents, language=language)
    _write_down(edition, printed, by=by, now=now, why=why, occasion=occasion)
    return made, len(contents)


@transaction.atomic
def _write_down(
    edition: Edition,
    printed: Sequence[int],
    *,
    by: Person | None,
    now: datetime,
    why: str,
    occasion: str,
) -> None:
    for part in parts(printed, size=READ):
        papers = Document.objects.defer("content").filter(pk__in=part)
        note_many(act=Act.PRINTED, documents=papers, by=by, now=now, about=occasion, reason=why)
    log_access(AccessRecord.Act.PRINT, edition, rows=len(printed), by=by, now=now)
