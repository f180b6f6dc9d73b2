"""How many take part, and, once announced, how it ended."""

from __future__ import annotations

from dataclasses import dataclass

from rost.forum.models import Call, CoAuthor, Project, ProjectState, ProjectVote, Registration
from rost.forum.queries.committee.ranking import given_of
from rost.forum.rules.committee import criteria_of, solve
from rost.forum.rules.vote import Candidate, Counted, verify
from rost.forum.rules.vote import solve as count

from .standing import electorate_of


@dataclass(frozen=True, slots=True)
class Participation:
    voters: int
    could: int

    @property
    def share(self) -> int | None:
        return round(100 * self.voters / self.could) if self.could else None


def participation_of(call: Call) -> Participation:
    """How many have voted of how many who may; for whom, nobody is told before the end."""
    could = electorate_of(call.edition)
    voted = set(
        ProjectVote.objects.filter(project__call=call)
        .order_by()
        .values_list("registration_id", flat=True)
        .distinct()
    )
    return Participation(len(voted & could), len(could))


@dataclass(frozen=True, slots=True)
class Count:
    lines: tuple[Counted, ...]
    participation: Participation
    faults: tuple[str, ...]


def counted(call: Call) -> Count:
    """The count as of now and what a second count finds wrong with it.

    A mark of somebody who has become a co-author since counts no more.
    """
    candidates = _candidates(call)
    could = electorate_of(call.edition)
    numbers, own = {one.project for one in candidates}, _own(call)
    votes = [
        (voter, project)
        for voter, project in ProjectVote.objects.filter(project__call=call)
        .order_by("id")
        .values_list("registration_id", "project_id")
        if voter in could and project in numbers and voter not in own.get(project, ())
    ]
    lines = count(candidates, votes)
    faults = verify(lines, candidates, votes, most=call.vote_marks, own=own)
    return Count(lines, Participation(len({voter for voter, _p in votes}), len(could)), faults)


def _candidates(call: Call) -> list[Candidate]:
    projects = Project.objects.filter(call=call, state=ProjectState.ACCEPTED)
    rows = list(projects.order_by("id").values_list("pk", "sent_at"))
    numbers = [number for number, _at in rows]
    given = [one for one in given_of(call) if one.project in set(numbers)]
    ranked = solve(numbers, given, criteria_of(call.criteria))
    scores = {one.line.project: one.line.score for one in ranked}
    return [Candidate(number, scores[number], at) for number, at in rows if at is not None]


def _own(call: Call) -> dict[int, frozenset[int]]:
    """Registrations of the authors of each project."""
    people: dict[int, set[int]] = {}
    for project, author in Project.objects.filter(call=call).values_list("pk", "author_id"):
        people.setdefault(author, set()).add(project)
    together = CoAuthor.objects.filter(project__call=call, accepted_at__isnull=False)
    for project, person in together.values_list("project_id", "person_id"):
        people.setdefault(person or 0, set()).add(project)
    own: dict[int, set[int]] = {}
    rows = Registration.objects.filter(edition=call.edition, person__in=people)
    for number, person in rows.values_list("pk", "person_id"):
        for project in people[person]:
            own.setdefault(project, set()).add(number)
    return {project: frozenset(voters) for project, voters in own.items()}


@dataclass(frozen=True, slots=True)
class ResultLine:
    project: Project | None  # None: it has been removed since
    title: str
    votes: int
    place: int


@dataclass(frozen=True, slots=True)
class Result:
    lines: tuple[ResultLine, ...]
    participation: Participation

    @property
    def most(self) -> int:
        return max((one.votes for one in self.lines), default=0) or 1

    def line(self, project: Project) -> ResultLine | None:
        found = (one for one in self.lines if one.project and one.project.pk == project.pk)
        return next(found, None)


def result_of(call: Call) -> Result | None:
    """As it was announced; None before."""
    stored = call.vote_result
    if call.vote_result_at is None or not stored:
        return None
    projects = Project.objects.filter(call=call).select_related("municipality__parent")
    known = {one.code: one for one in projects if one.state == ProjectState.ACCEPTED}
    return Result(
        lines=tuple(
            ResultLine(known.get(one["code"]), one["title"], one["votes"], one["place"])
            for one in stored["lines"]
        ),
        participation=Participation(stored["voters"], stored["could"]),
    )
