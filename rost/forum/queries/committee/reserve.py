"""Places of accepted projects that were withdrawn, and who comes next from the reserve."""

from __future__ import annotations

from dataclasses import dataclass

from rost.forum.models import Call, Decision, Project, ProjectState

from .ranking import Ranking


@dataclass(frozen=True, slots=True)
class Vacancy:
    """`following` is the best of the reserve, or None when the reserve is empty."""

    withdrawn: Project
    following: Project | None


def vacancies(call: Call, ranking: Ranking) -> list[Vacancy]:
    """Withdrawn ones whose last decision was «accepted» and whose place nobody has; two queries."""
    withdrawn = list(Project.objects.filter(call=call, state=ProjectState.WITHDRAWN).order_by("id"))
    if not withdrawn:
        return []
    log = Decision.objects.filter(project__call=call).order_by("at", "id")
    last: dict[int, str] = {}
    filled: set[int | None] = set()
    for project, state, instead in log.values_list("project_id", "state", "in_place_of_id"):
        last[project] = state
        filled.add(instead)
    reserve = [one.project for one in ranking.rows if one.project.state == ProjectState.RESERVE]
    free = [
        one
        for one in withdrawn
        if last.get(one.pk) == ProjectState.ACCEPTED and one.pk not in filled
    ]
    return [Vacancy(one, reserve[n] if n < len(reserve) else None) for n, one in enumerate(free)]
