"""Accept, keep in reserve, decline: a line of the log and a letter to the authors each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from rost.directory.models import Person
from rost.directory.queries.visitors import local_day
from rost.forum.actions.cards import shelve_project
from rost.forum.messages.committee import tell_decision
from rost.forum.models import Call, Decision, Project, ProjectState
from rost.forum.models.programme import State
from rost.forum.queries.committee import conflict_of, ranking_of, vacancies

from .refusals import (
    CannotBeDecided,
    NothingChosen,
    OwnProject,
    PlaceTaken,
    ReasonNeeded,
    StandsInProgramme,
)
from .reviews import lock_project

OUTCOMES = (ProjectState.ACCEPTED, ProjectState.RESERVE, ProjectState.DECLINED)
LONGEST = 4000


@transaction.atomic
def decide(
    *,
    project: Project,
    state: str,
    reason: str,
    by: Person,
    now: datetime,
    in_place_of: Project | None = None,
) -> Decision | None:
    """Decide, or decide otherwise. None, and no letter, where nothing would change."""
    project, reason = lock_project(project), reason.strip()[:LONGEST]
    if state not in OUTCOMES or project.state not in (ProjectState.SENT, *OUTCOMES):
        raise CannotBeDecided(project.title)
    if conflict_of(project, by, local_day(now)) is not None:
        raise OwnProject(project.title)
    if state == ProjectState.DECLINED and not reason:
        raise ReasonNeeded
    if (project.state, project.reason) == (state, reason):
        return None
    on_stage = project.session is not None and project.session.state != State.CANCELLED
    if on_stage and state != ProjectState.ACCEPTED:
        raise StandsInProgramme(project.title)
    project.state, project.reason = state, reason
    project.decided_at, project.decided_by = now, by
    project.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    decision = Decision.objects.create(
        project=project, state=state, reason=reason, by=by, at=now, in_place_of=in_place_of
    )
    shelve_project(project, now=now)
    tell_decision(decision, now=now)
    return decision


@transaction.atomic
def decide_many(
    *, projects: Sequence[Project], state: str, reason: str, by: Person, now: datetime
) -> int:
    """The same for several, all or none; how many were changed."""
    if not projects:
        raise NothingChosen
    made = [
        decide(project=one, state=state, reason=reason, by=by, now=now)
        for one in sorted(projects, key=lambda one: one.pk)
    ]
    return sum(one is not None for one in made)


@transaction.atomic
def move_up(*, call: Call, withdrawn: Project, by: Person, now: datetime) -> Project:
    """The best of the reserve takes the place of an accepted one that was withdrawn.

    The call's row is locked, so that two taps fill one place once.
    """
    Call.objects.select_for_update(of=("self",)).get(pk=call.pk)
    free = vacancies(call, ranking_of(call))
    vacant = any(one.withdrawn.pk == withdrawn.pk for one in free)
    following = free[0].following if vacant else None  # the best, whichever place is filled
    if following is None:
        raise PlaceTaken
    decide(
        project=following,
        state=ProjectState.ACCEPTED,
        reason=following.reason,
        by=by,
        now=now,
        in_place_of=withdrawn,
    )
    return following
