"""The log of papers: one line for everything that is done with them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Person
from rost.documents.models import Act, Document, Handling
from rost.documents.queries.handling import PRINTS, SENDINGS, papers_printed_before
from rost.ui.refusals import Refusal

AGAIN = {Act.PRINTED: (PRINTS, Act.REPRINTED), Act.SENT: (SENDINGS, Act.SENT_AGAIN)}

OF_BATCH = "documents.batch:"


class ReasonNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("This has been printed before. Say why it is printed again: it goes into the log.")
        )


@transaction.atomic
def note(
    *,
    kind: str,
    act: Act | str,
    rows: int,
    by: Person | None,
    now: datetime,
    document: Document | None = None,
    space: str = "",
    about: str = "",
    reason: str = "",
) -> Handling:
    """Write one line. A second print of an issued document becomes «printed again» and asks for
    a reason; of papers without numbers it becomes that by itself. A batch that names itself in
    `about` («documents.batch:7») and is done twice writes no second line of a document."""
    if document is not None:
        (line,) = note_many(
            act=act, documents=[document], by=by, now=now, about=about, reason=reason
        )
        return line
    act = Act(act)
    if act == Act.PRINTED and papers_printed_before(kind, space, about):
        act = Act.REPRINTED
    return Handling.objects.create(
        kind=kind,
        act=act,
        space=space,
        about=about[:200],
        rows=rows,
        reason=reason.strip()[:300],
        at=now,
        by=by,
        by_name=by.full_name if by else "",
    )


@transaction.atomic
def note_many(
    *,
    act: Act | str,
    documents: Iterable[Document],
    by: Person | None,
    now: datetime,
    about: str = "",
    reason: str = "",
) -> list[Handling]:
    """A line for each document, in two queries however many there are."""
    act, documents, reason = Act(act), list(documents), reason.strip()
    earlier = earlier_lines(documents, act)
    lines, new = [], []
    for document in documents:
        known = earlier.get(document.pk, [])
        same = [one for one in known if about.startswith(OF_BATCH) and one.about == about]
        if same:
            lines.append(same[0])
            continue
        own = AGAIN[act][1] if known and act in AGAIN else act
        if own == Act.REPRINTED and not reason:
            raise ReasonNeeded
        line = Handling(
            kind=document.kind,
            act=own,
            document=document,
            space=document.space,
            about=about[:200],
            reason=reason[:300],
            at=now,
            by=by,
            by_name=by.full_name if by else "",
        )
        lines.append(line)
        new.append(line)
    Handling.objects.bulk_create(new)
    return lines


def earlier_lines(documents: list[Document], act: Act) -> dict[int, list[Handling]]:
    """What was done of the same sort with each of them before."""
    acts = AGAIN[act][0] if act in AGAIN else (act,)
    found: dict[int, list[Handling]] = {}
    for line in Handling.objects.filter(document__in=documents, act__in=acts):
        assert line.document_id is not None
        found.setdefault(line.document_id, []).append(line)
    return found
