"""One door to a project for each of its readers; what somebody may not see is not there."""

from __future__ import annotations

from dataclasses import dataclass

from rost.directory.models import Person
from rost.directory.queries.visitors import local_day
from rost.directory.rules import Visitor, may
from rost.forum.models import Call, CoAuthor, Edition, Project, ProjectState, Review
from rost.forum.rules import DECIDE_PROJECTS, KEEP_CALL, REVIEW_PROJECTS

from .conflicts import Why, conflict_of

UNDER_REVIEW = (
    ProjectState.SENT,
    ProjectState.ACCEPTED,
    ProjectState.RESERVE,
    ProjectState.DECLINED,
)
FACTS = ("call__edition", "author", "municipality__parent", "organisation", "track", "session")


@dataclass(frozen=True, slots=True)
class Seen:
    """A project as one reader may see it: as an author, as an organiser, or as everybody."""

    project: Project
    author: bool
    decides: bool


def call_of(edition: Edition) -> Call | None:
    return Call.objects.select_related("edition").filter(edition=edition).first()


def project_at(edition: Edition, code: str) -> Project | None:
    """By its code, which is letters and digits; two editions may have the same."""
    if not code.isalnum() or len(code) > 8:
        return None
    rows = Project.objects.select_related(*FACTS).defer("call__edition__published__content")
    return rows.filter(call__edition=edition, code=code).first()


def is_author(project: Project, person: Person | None) -> bool:
    """The author, or a co-author who has said yes."""
    if person is None:
        return False
    together = CoAuthor.objects.filter(project=project, person=person, accepted_at__isnull=False)
    return project.author_id == person.pk or together.exists()


def see_project(visitor: Visitor, edition: Edition, code: str) -> Seen | None:
    """An accepted one is everybody's; a sent one its authors' and theirs who keep the call."""
    project = project_at(edition, code)
    if project is None or project.state == ProjectState.DRAFT or project.sent_at is None:
        return None
    seen = Seen(
        project,
        author=is_author(project, visitor.person),
        decides=may(visitor, DECIDE_PROJECTS, space=edition.space),
    )
    open_to_all = project.state == ProjectState.ACCEPTED
    keeps = may(visitor, KEEP_CALL, space=edition.space)
    return seen if open_to_all or seen.author or keeps else None


def get_project_for(visitor: Visitor, edition: Edition, code: str) -> Project | None:
    """A sent project for whoever decides about it, with the way to its marks."""
    if not may(visitor, DECIDE_PROJECTS, space=edition.space):
        return None
    project = project_at(edition, code)
    sent = project is not None and project.state != ProjectState.DRAFT
    return project if sent and project is not None and project.sent_at is not None else None


@dataclass(frozen=True, slots=True)
class Reading:
    """A project for one reviewer: either the conflict that closes it, or their review so far."""

    project: Project
    conflict: Why | None
    review: Review | None


def get_review_for(visitor: Visitor, edition: Edition, code: str) -> Reading | None:
    """A project under review or decided, for reviewers of this edition alone."""
    person = visitor.person
    if person is None or not may(visitor, REVIEW_PROJECTS, space=edition.space):
        return None
    project = project_at(edition, code)
    if project is None or project.state not in UNDER_REVIEW:
        return None
    conflict = conflict_of(project, person, local_day(visitor.now))
    review = Review.objects.filter(project=project, reviewer=person).first()
    return Reading(project, conflict, None if conflict else review)
