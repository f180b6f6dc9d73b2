"""What everybody may know of accepted projects, and what authors read of their own."""

from __future__ import annotations

from rost.directory.models import Person
from rost.forum.models import Call, CoAuthor, Project, ProjectState, Review
from rost.forum.queries.published import published_of


def accepted_projects(call: Call) -> list[Project]:
    """In the order of titles, which tells nothing of scores."""
    rows = Project.objects.filter(call=call, state=ProjectState.ACCEPTED).select_related(
        "municipality__parent", "organisation", "session", "call__edition"
    )
    return sorted(rows, key=lambda one: (one.title.casefold(), one.pk))


def people_of(project: Project) -> list[Person]:
    """The author and the co-authors who have said yes and are known here."""
    together = CoAuthor.objects.filter(
        project=project, person__isnull=False, accepted_at__isnull=False
    ).select_related("person")
    others = [one.person for one in together if one.person is not None]
    return [project.author, *(one for one in others if one.pk != project.author_id)]


def authors_shown(project: Project) -> list[Person]:
    """Those whom the approved programme names: it is the consented place of their names."""
    published = published_of(project.call.edition)
    named = published.people if published is not None else {}
    return [one for one in people_of(project) if one.pk in named]


def words_to_author(project: Project) -> list[str]:
    """What reviewers wrote to the author, without names; theirs to read once it is decided."""
    if project.state not in (
        ProjectState.ACCEPTED,
        ProjectState.RESERVE,
        ProjectState.DECLINED,
    ):
        return []
    rows = Review.objects.filter(project=project, sent_at__isnull=False).exclude(to_author="")
    return sorted(rows.values_list("to_author", flat=True))
