"""What the page of a practice tells of its reviews: everybody the seal, authors the remarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from rost.catalogue.messages import FIELD_NAMES
from rost.directory.queries.visitors import local_day
from rost.directory.rules import Visitor
from rost.library.models import Decision, Practice, PracticeState, Review
from rost.library.queries.practices import is_author

from .doors import keeps, may_bring_back, may_review
from .seals import seal_of


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is to be mended, as the author reads it."""

    text: str
    by_field: dict[str, str]
    reviewer: str
    review: Review

    @property
    def lines(self) -> list[tuple[str, str | Promise, str]]:
        """Name of the field, its title, the words; in the order of the passport."""
        return [
            (name, title, self.by_field[name])
            for name, title in FIELD_NAMES.items()
            if self.by_field.get(name)
        ]


def remarks_for(practice: Practice) -> Remarks | None:
    """Of the last decision, while the practice is returned and not sent again."""
    if practice.state != PracticeState.RETURNED:
        return None
    last = decided(practice).first()
    if last is None or last.decision != Decision.RETURNED:
        return None
    name = last.reviewer.full_name if last.reviewer is not None else ""
    return Remarks(last.remarks, dict(last.by_field), name, last)


def decided(practice: Practice) -> QuerySet[Review]:
    rows = practice.reviews.filter(decided_at__isnull=False).select_related("reviewer", "version")
    return rows.order_by("-decided_at", "-id")


def review_context(practice: Practice, visitor: Visitor, language: str) -> dict[str, Any]:
    """For the page of a practice: at most five queries, three for a stranger."""
    author = is_author(visitor.person, practice)
    inside = author or may_review(visitor, practice) or keeps(visitor)
    known: dict[str, Any] = {
        "seal": seal_of(practice, local_day(visitor.now)),
        "remarks": remarks_for(practice) if inside else None,
        "review_history": list(decided(practice)[:20]) if inside else [],
        "review_taken": None,
        "may_withdraw": False,
        "may_bring_back": False,
        "may_open_review": not author and inside and visitor.person is not None,
    }
    if inside:
        known["review_taken"] = practice.reviews.filter(decided_at__isnull=True).first()
        public = practice.version_id is not None and practice.state != PracticeState.WITHDRAWN
        known["may_withdraw"] = public and (author or keeps(visitor))
        known["may_bring_back"] = may_bring_back(visitor, practice)
    return known
