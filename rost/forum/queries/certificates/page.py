"""The organiser's table of certificates: who is entitled, who is not and why, what was issued."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from rost.core.language import fold
from rost.documents.models import Document
from rost.documents.queries.numbers import label_of
from rost.forum.models import Edition, Registration
from rost.forum.rules.certificates import Why

from .contents import Draft, Maker
from .entitlement import Standing

READY, UNSENT, CHANGED, ISSUED, REVOKED = "ready", "unsent", "changed", "issued", "revoked"
STATES = (READY, UNSENT, CHANGED, ISSUED, REVOKED, *(str(one) for one in Why))


@dataclass(frozen=True, slots=True)
class Candidate:
    """One line: the person, where they stand, the name as it would be printed."""

    registration: Registration
    standing: Standing
    draft: Draft
    document: Document | None
    number: str


def state_of(standing: Standing) -> tuple[str, ...]:
    """The filters that one line answers to."""
    if standing.paper is not None:
        unsent = () if standing.paper.sent else (UNSENT,)
        return (ISSUED, *unsent, *((CHANGED,) if standing.changed else ()))
    if standing.why is not None:
        return (str(standing.why),)
    return (REVOKED,) if standing.revoked else (READY,)


def counts_of(standings: Mapping[int, Standing]) -> Counter[str]:
    return Counter(state for one in standings.values() for state in state_of(one))


def matching(
    edition: Edition, standings: Mapping[int, Standing], *, state: str = "", text: str = ""
) -> QuerySet[Registration]:
    """Registrations in the state, by name; their people come with them."""
    rows = Registration.objects.filter(edition=edition).order_by("person__sort_key", "pk")
    if state in STATES:
        wanted = [pk for pk, one in standings.items() if state in state_of(one)]
        rows = rows.filter(pk__in=wanted)
    for word in fold(text).split():
        rows = rows.filter(person__search_name__contains=word)
    return rows.select_related("person", "category", "municipality__parent")


def candidates(
    rows: Iterable[Registration], standings: Mapping[int, Standing], maker: Maker
) -> list[Candidate]:
    """The lines of one page; three queries more."""
    rows = list(rows)
    names = maker.names(row.person for row in rows)
    held = {row.pk: standings[row.pk].paper for row in rows}
    papers = Document.objects.defer("content").in_bulk([one.id for one in held.values() if one])
    lines = []
    for row in rows:
        paper = held[row.pk]
        document = papers.get(paper.id) if paper else None
        lines.append(
            Candidate(
                registration=row,
                standing=standings[row.pk],
                draft=names[row.person_id],
                document=document,
                number=label_of(document) if document else "",
            )
        )
    return lines
