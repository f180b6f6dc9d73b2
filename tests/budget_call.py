"""The call: what its pages may cost, and many rows of it."""

from __future__ import annotations

from conftest import NOW, Cast
from rost.core.passport import dump
from rost.forum.models import Call, CoAuthor, Edition, Project, ProjectFile
from rost.forum.tests.call_stage import SPRINGS

CALL = """
forum:call                          stranger        3
forum:call                          head            7
forum:own_projects                  head            7
forum:own_project                   head            7
forum:project_form                  head            8
forum:desk_projects                 organiser      12
forum:desk_projects_export          organiser      10
forum:desk_call                     organiser       5
forum:desk_criteria                 organiser       5
"""


def add_projects(cast: Cast, edition: Edition, number: int) -> None:
    """A project of the head in two states, and one more co-author and file of each."""
    call = Call.objects.get(edition=edition)
    for state in ("draft", "sent"):
        project = Project.objects.create(
            call=call,
            code=f"{state[0]}{number:05}",
            author=cast.ramilya,
            municipality=cast.askarovo,
            title=f"Проект {number}",
            passport=dump(SPRINGS),
            state=state,
            began_at=NOW,
            saved_at=NOW,
            sent_at=NOW if state == "sent" else None,
        )
        add_around(project, number)
    add_around(Project.objects.get(call=call, code="DRAFT"), number + 500)


def add_around(project: Project, number: int) -> None:
    name = f"Айгуль {number}"
    digest = f"{project.pk}-{number}".ljust(64, "0")
    CoAuthor.objects.create(project=project, name=name, digest=digest, invited_at=NOW)
    ProjectFile.objects.create(project=project, title=name, file=f"forum/{number}.pdf", size=number)
