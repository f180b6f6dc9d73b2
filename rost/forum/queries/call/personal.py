"""What the call keeps about a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.forum.models import CoAuthor, Project, ProjectState

from .passports import passport_of


def projects_about(person: Person) -> Iterator[tuple[Cell | Promise, ...]]:
    """Forum, project, part, status, contact, when sent; invitations not yet answered too."""
    own = Project.objects.filter(author=person).select_related("call__edition")
    for one in own.order_by("began_at", "id"):
        part = pgettext_lazy("project", "Author")
        yield row(one, part, passport_of(one).contact)
    shared = CoAuthor.objects.filter(person=person).select_related("project__call__edition")
    for invitation in shared.order_by("invited_at", "id"):
        said = invitation.accepted_at is not None
        part = (
            pgettext_lazy("project", "Co-author")
            if said
            else pgettext_lazy("project", "Asked to be a co-author")
        )
        yield row(invitation.project, part, "")


def row(project: Project, part: str | Promise, contact: str) -> tuple[Cell | Promise, ...]:
    return (
        project.call.edition.name,
        project.title,
        part,
        ProjectState(project.state).label,
        contact,
        project.sent_at,
    )


def old_projects(before: datetime) -> QuerySet[Project]:
    """Projects offered to editions that were over by then."""
    return Project.objects.filter(call__edition__ends_on__lt=before.date()).order_by("pk")
