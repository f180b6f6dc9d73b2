"""Where everybody of an edition stands: entitled or why not, and the certificate in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rost.documents.models import Document, Handling
from rost.documents.queries.handling import PRINTS, SENDINGS
from rost.forum.models import Edition, Registration
from rost.forum.queries.attendance import presence_of, rules_row
from rost.forum.rules.certificates import Why, refused

KIND = "certificate"


@dataclass(frozen=True, slots=True)
class Paper:
    """The certificate in force of somebody, without what it says."""

    id: int
    sent: bool
    printed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """One registration: `why` is None for whoever is entitled."""

    registration: int
    days: int
    sessions: tuple[str, ...]  # codes
    hours: int
    why: Why | None
    paper: Paper | None = None
    revoked: bool = False  # had one that was revoked, and has none in force

    @property
    def ready(self) -> bool:
        """Entitled, not issued yet, and nobody has taken one back: a second chance is a choice."""
        return self.why is None and self.paper is None and not self.revoked


def about_of(registration: int) -> str:
    return f"forum.registration:{registration}"


def least_hours_of(edition: Edition) -> int:
    return rules_row(edition).least_hours


def standings_of(edition: Edition) -> dict[int, Standing]:
    """Everybody by the number of the registration; eight queries whatever their number."""
    presence, least = presence_of(edition), least_hours_of(edition)
    papers, taken_back = papers_of(edition), revoked_of(edition)
    found = {}
    rows = Registration.objects.filter(edition=edition).order_by("pk")
    for pk, status in rows.values_list("pk", "status"):
        own = presence.get(pk)
        came, hours = bool(own and own.days), own.hours if own else 0
        found[pk] = Standing(
            registration=pk,
            days=len(own.days) if own else 0,
            sessions=tuple(own.sessions) if own else (),
            hours=hours,
            why=refused(status=status, came=came, hours=hours, least_hours=least),
            paper=papers.get(about_of(pk)),
            revoked=about_of(pk) in taken_back and about_of(pk) not in papers,
        )
    return found


def papers_of(edition: Edition) -> dict[str, Paper]:
    """Certificates in force by what they are about; three queries."""
    acts = Handling.objects.filter(
        document__kind=KIND, document__space=edition.space, document__revoked_at__isnull=True
    )
    sent = set(acts.filter(act__in=SENDINGS).values_list("document_id", flat=True))
    printed = set(acts.filter(act__in=PRINTS).values_list("document_id", flat=True))
    rows = certificates_of(edition).values_list("pk", "about")
    return {about: Paper(pk, pk in sent, pk in printed) for pk, about in rows}


def revoked_of(edition: Edition) -> set[str]:
    """What revoked certificates were about."""
    rows = Document.objects.filter(
        kind=KIND, space=edition.space, revoked_at__isnull=False, emptied_at__isnull=True
    )
    return set(rows.values_list("about", flat=True))


def certificates_of(edition: Edition, ids: Iterable[int] | None = None):  # type: ignore[no-untyped-def]
    """Certificates in force of the edition, or those of them with the numbers given."""
    rows = Document.objects.filter(
        kind=KIND, space=edition.space, revoked_at__isnull=True, emptied_at__isnull=True
    )
    return rows.order_by("pk") if ids is None else rows.filter(pk__in=ids).order_by("pk")
