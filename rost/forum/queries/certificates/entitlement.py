"""Where everybody of an edition stands: entitled or why not, and the certificate in force."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from rost.documents.models import Document, Handling
from rost.documents.queries.handling import PRINTS, SENDINGS
from rost.forum.models import Edition, Registration
from rost.forum.queries.attendance import presence_of, rules_row
from rost.forum.rules.certificates import Why, hours_said, refused

KIND = "certificate"


@dataclass(frozen=True, slots=True)
class Paper:
    """The certificate in force of somebody; of what it says only the hours."""

    id: int
    hours: int | None
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
    changed: bool = False  # the certificate in force says other hours than the marks

    @property
    def ready(self) -> bool:
        """Entitled, not issued yet, and nobody has taken one back: a second chance is a choice."""
        return self.why is None and self.paper is None and not self.revoked


def about_of(registration: int) -> str:
    return f"forum.registration:{registration}"


def least_hours_of(edition: Edition) -> int:
    return rules_row(edition).least_hours


def standings_of(
    edition: Edition, registrations: Collection[int] | None = None
) -> dict[int, Standing]:
    """Everybody (or those named) by the number of the registration; eight queries whatever their
    number. Frozen figures mean that marks may be gone, so hours are no longer held against them.
    """
    presence, least = presence_of(edition, registrations), least_hours_of(edition)
    rows = Registration.objects.filter(edition=edition).order_by("pk")
    if registrations is not None:
        rows = rows.filter(pk__in=registrations)
    papers, taken_back = papers_of(edition, registrations), revoked_of(edition, registrations)
    found = {}
    for pk, status, frozen in rows.values_list("pk", "status", "edition__totals"):
        own, paper = presence.get(pk), papers.get(about_of(pk))
        came, hours = bool(own and own.days), own.hours if own else 0
        found[pk] = Standing(
            registration=pk,
            days=len(own.days) if own else 0,
            sessions=tuple(own.sessions) if own else (),
            hours=hours,
            why=refused(status=status, came=came, hours=hours, least_hours=least),
            paper=paper,
            revoked=paper is None and about_of(pk) in taken_back,
            changed=paper is not None and frozen is None and paper.hours not in (None, hours),
        )
    return found


def papers_of(edition: Edition, registrations: Collection[int] | None) -> dict[str, Paper]:
    """Certificates in force by what they are about; three queries."""
    papers = _about(certificates_of(edition), registrations)
    acts = Handling.objects.filter(document__in=papers.order_by().values("pk"))
    sent = set(acts.filter(act__in=SENDINGS).values_list("document_id", flat=True))
    printed = set(acts.filter(act__in=PRINTS).values_list("document_id", flat=True))
    return {
        about: Paper(pk, hours_said(said or ""), pk in sent, pk in printed)
        for pk, about, said in papers.values_list("pk", "about", "content__hours")
    }


def revoked_of(edition: Edition, registrations: Collection[int] | None) -> set[str]:
    """What revoked certificates were about."""
    rows = Document.objects.filter(
        kind=KIND, space=edition.space, revoked_at__isnull=False, emptied_at__isnull=True
    )
    return set(_about(rows, registrations).values_list("about", flat=True))


def _about(rows: QuerySet[Document], registrations: Collection[int] | None) -> QuerySet[Document]:
    if registrations is None:
        return rows
    return rows.filter(about__in=[about_of(pk) for pk in registrations])


def certificates_of(edition: Edition, ids: Iterable[int] | None = None):  # type: ignore[no-untyped-def]
    """Certificates in force of the edition, or those of them with the numbers given."""
    rows = Document.objects.filter(
        kind=KIND, space=edition.space, revoked_at__isnull=True, emptied_at__isnull=True
    )
    return rows.order_by("pk") if ids is None else rows.filter(pk__in=ids).order_by("pk")
