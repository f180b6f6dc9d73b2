"""When a project may become a practice, and its name in the catalogue."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from rost.catalogue.models import Audience, Growth
from rost.catalogue.queries.lineage import grown_from
from rost.catalogue.queries.things import Thing
from rost.core.passport import load
from rost.forum.models import Project, ProjectState


def card_key(project: Project) -> str:
    return f"forum.project:{project.pk}"


def card_path(project: Project) -> str:
    """Without a language, as the catalogue keeps addresses."""
    return f"/forum/{project.call.edition.slug}/projects/{project.code}/"


def thing_of(project: Project) -> Thing:
    """An accepted project as the catalogue shows it: to nobody while its forum is not public."""
    passport = load(project.passport)
    return Thing(
        key=card_key(project),
        kind="project",
        title=project.title,
        path=card_path(project),
        summary=passport.problem,
        body=" ".join((passport.solution, *passport.steps)),
        language=project.language,
        municipality=project.municipality,
        local_issues=passport.local_issues,
        national_project=passport.national_project,
        year=passport.year,
        audience=Audience.PUBLIC if project.call.edition.is_public else Audience.NAMED,
    )


def may_become_practice(project: Project, now: datetime) -> bool:
    """An accepted one, from the last day of its forum; demonstrations are walked at any time."""
    edition = project.call.edition
    today = now.astimezone(ZoneInfo(edition.timezone)).date()
    shown = today >= edition.ends_on or edition.is_demonstration
    return project.state == ProjectState.ACCEPTED and shown


def practice_path(project: Project) -> str:
    """The page of the draft that grew from it; empty while there is none."""
    grown = grown_from(card_key(project), Growth.PRACTICE)
    return grown[-1].result.path if grown else ""
