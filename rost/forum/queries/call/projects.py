"""Projects: whose they are, and the one door to each."""

from __future__ import annotations

import hashlib

from django.db.models import Q, QuerySet

from rost.directory.models import Person
from rost.directory.rules import Visitor, may
from rost.forum.models import Call, CoAuthor, Edition, Project, ProjectFile, ProjectState
from rost.forum.queries.committee.doors import get_review_for
from rost.forum.rules import KEEP_CALL

UNSEEN = (ProjectState.DRAFT,)  # by anybody but its authors


def own(person: Person | None) -> Q:
    """Projects of whoever made them: the author, and co-authors who have said yes."""
    return Q(author=person) | Q(co_authors__person=person, co_authors__accepted_at__isnull=False)


def project_for(visitor: Visitor, edition: Edition, code: str) -> Project | None:
    """The project if the visitor made it; nobody else opens it from the authors' side."""
    if visitor.person is None:
        return None
    found = (
        Project.objects.filter(own(visitor.person), call__edition=edition, code=code)
        .select_related("call", "author", "municipality__parent", "organisation", "track")
        .distinct()
        .first()
    )
    if found is not None:
        found.call.edition = edition
    return found


def is_author(person: Person | None, project: Project) -> bool:
    """One of its makers: the author or a co-author who has said yes."""
    if person is None:
        return False
    if project.author_id == person.pk:
        return True
    return CoAuthor.objects.filter(
        project=project, person=person, accepted_at__isnull=False
    ).exists()


def authors_of(project: Project) -> list[str]:
    """Names, the author's first; of co-authors those who have said yes."""
    others = [
        one.person.full_name if one.person is not None else one.name
        for one in project.co_authors.all()
        if one.accepted_at is not None
    ]
    return [project.author.full_name, *others]


def projects_of(call: Call) -> QuerySet[Project]:
    """Those offered, whatever became of them; drafts are nobody's but their authors'."""
    return (
        Project.objects.filter(call=call)
        .exclude(state__in=UNSEEN)
        .select_related("author", "municipality__parent", "organisation", "track")
        .order_by("sent_at", "id")
    )


def own_projects(person: Person, edition: Edition | None = None) -> list[Project]:
    """Everything one has made, the latest first; of one edition or of all."""
    rows = Project.objects.filter(own(person)).select_related("call__edition").distinct()
    if edition is not None:
        rows = rows.filter(call__edition=edition)
    return list(rows.order_by("-saved_at", "-id"))


def invitations_for(person: Person, edition: Edition) -> list[CoAuthor]:
    """Projects of this edition that wait for the person's yes or no."""
    return list(
        CoAuthor.objects.filter(
            person=person, accepted_at__isnull=True, project__call__edition=edition
        ).select_related("project__author", "project__call")
    )


def invitation_by(edition: Edition, secret: str) -> CoAuthor | None:
    """The unanswered invitation that this link is of."""
    return (
        CoAuthor.objects.filter(
            digest=digest_of(secret), accepted_at__isnull=True, project__call__edition=edition
        )
        .select_related("project__author", "project__call__edition")
        .first()
    )


def digest_of(secret: str) -> str:
    """Secrets have 256 random bits, so a plain digest is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def may_open_file(visitor: Visitor, edition: Edition, file: ProjectFile) -> bool:
    """Its makers always; the organisers once the project has been sent; reviewers once they have
    said that they have no conflict, unless the call hides the authors, whom files name.
    """
    project = file.project
    if is_author(visitor.person, project):
        return True
    if project.state in UNSEEN:
        return False
    if may(visitor, KEEP_CALL, space=edition.space):
        return True
    reading = get_review_for(visitor, edition, project.code)
    begun = reading is not None and reading.review is not None
    return begun and not project.call.hides_authors
