"""One voter's ballot: the projects in an order of their own, and what is marked."""

from __future__ import annotations

from dataclasses import dataclass

from rost.directory.models import Person
from rost.forum.models import (
    Badge,
    Call,
    CoAuthor,
    Edition,
    Project,
    ProjectVote,
    Registration,
)
from rost.forum.queries.committee.public import accepted_projects
from rost.forum.rules.vote import turn_for


@dataclass(frozen=True, slots=True)
class Line:
    project: Project
    marked: bool
    own: bool  # one's own project is not for one to mark


@dataclass(frozen=True, slots=True)
class Ballot:
    lines: tuple[Line, ...]

    @property
    def marked(self) -> int:
        return sum(one.marked for one in self.lines)


def ballot_of(call: Call, registration: Registration) -> Ballot:
    """Three queries, however many projects."""
    marked = set(
        ProjectVote.objects.filter(registration=registration, project__call=call).values_list(
            "project_id", flat=True
        )
    )
    own = own_projects(call, registration.person_id)
    projects = sorted(accepted_projects(call), key=lambda one: turn_for(registration.pk, one.code))
    return Ballot(tuple(Line(one, one.pk in marked, one.pk in own) for one in projects))


def candidates_of(call: Call) -> list[Project]:
    return accepted_projects(call)


def own_projects(call: Call, person: int) -> set[int]:
    together = CoAuthor.objects.filter(project__call=call, person=person, accepted_at__isnull=False)
    mine = Project.objects.filter(call=call, author=person)
    return set(mine.values_list("pk", flat=True)) | set(
        together.values_list("project_id", flat=True)
    )


def voter_behind(
    edition: Edition, *, person: Person | None, badge: int | None
) -> Registration | None:
    """The registration of whoever is signed in, or behind the badge in force that was shown."""
    rows = Registration.objects.select_related("edition", "person")
    if person is not None:
        mine = rows.filter(edition=edition, person=person).first()
        if mine is not None:
            return mine
    if badge is None:
        return None
    shown = Badge.objects.filter(
        edition=edition, pk=badge, ended_at__isnull=True, registration__isnull=False
    )
    return rows.filter(badges__in=shown).first()


def badge_to_vote_by(edition: Edition, code: str) -> Badge | None:
    """A badge in force that somebody wears; a spare one is nobody's."""
    if not code:
        return None
    return Badge.objects.filter(
        edition=edition, code=code, ended_at__isnull=True, registration__isnull=False
    ).first()


def can_vote_by(badge: Badge) -> bool:
    return badge.ended_at is None and badge.registration_id is not None
