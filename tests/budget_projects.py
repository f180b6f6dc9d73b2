"""The committee, the vote, practices: what their pages may cost, and many rows of them."""

from __future__ import annotations

from conftest import NOW, Cast
from rost.directory.models import Person
from rost.forum.models import (
    CoAuthor,
    Conflict,
    Decision,
    Edition,
    Project,
    ProjectVote,
    Registration,
    Review,
)
from rost.forum.tests.committee_stage import make_project

PROJECTS = """
forum:project                       stranger     4
forum:project                       head         9
forum:committee                     expert       11
forum:committee_review              expert       18
forum:desk_decisions                organiser    12
forum:desk_decisions_export         organiser    11
forum:desk_decision                 organiser    21
forum:desk_vote                     organiser    10
forum:vote                          stranger     3
forum:vote                          head         12
library:draft                       head        11
"""


def add_reviewed(cast: Cast, edition: Edition, head: Person, number: int) -> None:
    """An accepted project, and one more review, conflict, decision, co-author, vote of each."""
    accepted, waiting = (Project.objects.get(code=code) for code in ("SPRNG", "SENTT"))
    other = make_project(
        waiting.call, f"A{number}", head, head.home, f"{number}", hour=number, state="accepted"
    )
    marked = {"marks": {"use": 5, "again": 5}, "advice": "accept", "to_author": f"{number}"}
    moments = {"declared_at": NOW, "saved_at": NOW, "sent_at": NOW}
    for project in (accepted, waiting, other):
        Review.objects.create(project=project, reviewer=head, **marked, **moments)
        Decision.objects.create(project=project, state="accepted", by=head, at=NOW)
        digest = f"{project.pk}-{number}".ljust(64, "c")
        CoAuthor.objects.create(
            project=project,
            name=f"{number}",
            person=None,
            digest=digest,
            invited_at=NOW,
        )
    Review.objects.get_or_create(project=waiting, reviewer=cast.marat, defaults=marked | moments)
    Conflict.objects.create(project=other, reviewer=cast.marat, kind="family", declared_at=NOW)
    Conflict.objects.get_or_create(
        project=waiting, reviewer=cast.vera, kind="family", defaults={"declared_at": NOW}
    )
    mine = Registration.objects.get(edition=edition, person=cast.ramilya)
    ProjectVote.objects.create(project=other, registration=mine, voted_at=NOW)
