"""Accepted projects go on the stage: a session each, or slots of one session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from rost.core.passport import load
from rost.forum.actions.locking import lock_edition
from rost.forum.actions.programme import add_session, set_contribution
from rost.forum.models import Contribution, Edition, Project, ProjectState, Session
from rost.forum.models.programme import Form, Part, State
from rost.forum.queries.committee.public import people_of

from .refusals import NothingChosen, OnStageAlready
from .reviews import lock_project

LONGEST_TOPIC = 300


@transaction.atomic
def make_sessions(*, projects: Sequence[Project], minutes: int, now: datetime) -> list[Session]:
    """A session of its own for each, not placed yet; its authors are the speakers."""
    return [
        _on_stage(
            [project],
            add_session(
                edition=project.call.edition,
                title=project.title,
                form=Form.PRESENTATION,
                minutes=minutes,
                track=project.track,
                abstract=summary_of(project),
                language=project.language,
                now=now,
            ),
            minutes,
            now,
        )
        for project in _ready(projects)
    ]


@transaction.atomic
def gather_in_session(
    *,
    edition: Edition,
    projects: Sequence[Project],
    title: str,
    minutes: int,
    now: datetime,
) -> Session:
    """One session with a slot of so many minutes for each, in the given order."""
    ready = _ready(projects)
    tracks = {one.track for one in ready}
    session = add_session(
        edition=edition,
        title=title,
        form=Form.PRESENTATION,
        minutes=minutes * len(ready),
        track=tracks.pop() if len(tracks) == 1 else None,
        now=now,
    )
    return _on_stage(ready, session, minutes, now)


def summary_of(project: Project) -> str:
    """What the programme says of it: the problem and the solution of the passport."""
    passport = load(project.passport)
    return "\n\n".join(filter(None, (passport.problem, passport.solution)))


def _ready(projects: Sequence[Project]) -> list[Project]:
    if not projects:
        raise NothingChosen
    lock_edition(projects[0].call.edition)  # before the projects: the order of all actions
    ready = [lock_project(one) for one in projects]
    for one in ready:
        taken = one.session is not None and one.session.state != State.CANCELLED
        if one.state != ProjectState.ACCEPTED or taken:
            raise OnStageAlready(one.title)
    return ready


def _on_stage(projects: list[Project], session: Session, minutes: int, now: datetime) -> Session:
    for project in projects:
        for number, person in enumerate(people_of(project)):
            own = Contribution.objects.filter(session=session, person=person).first()
            # Somebody with two projects of one session speaks of both, as long as of both.
            topics = [own.topic] if own is not None else []
            spoken = (own.minutes or 0) if own is not None else 0
            set_contribution(
                session=session,
                person=person,
                part=Part.SPEAKER,
                topic="; ".join([*topics, project.title])[:LONGEST_TOPIC],
                minutes=spoken + (0 if number else minutes) or None,
                territory=project.municipality,
                now=now,
            )
        project.session = session
        project.save(update_fields=["session"])
    return session
