"""The ranking of a call: scores by the formula, counted twice, with the spread of reviewers."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from fractions import Fraction

from rost.forum.models import Call, Conflict, Project, ProjectState, Review
from rost.forum.rules.committee import (
    Criterion,
    Given,
    Ranked,
    criteria_of,
    marks_complete,
    solve,
    verify,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A project with its place; `dots` are the scores of its reviewers on a scale of 0 to 100."""

    project: Project
    ranked: Ranked
    advice: Counter[str] = field(default_factory=Counter)
    conflicts: int = 0

    @property
    def score(self) -> Fraction | None:
        return self.ranked.line.score

    @property
    def dots(self) -> list[str]:
        """Places on the plot, as SVG writes numbers."""
        return [f"{float(one):.1f}" for one in sorted(self.ranked.line.scores)]

    @property
    def mean(self) -> str:
        return "" if self.score is None else f"{float(self.score):.1f}"

    @property
    def reviews(self) -> int:
        return len(self.ranked.line.scores)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Best first; `faults` is what the second count disagrees about: nothing, or a defect."""

    rows: tuple[Row, ...]
    criteria: tuple[Criterion, ...]
    faults: tuple[str, ...]
    incomplete: int  # sent reviews that do not count: their marks fit the criteria no more

    def row(self, project: Project) -> Row | None:
        return next((one for one in self.rows if one.project.pk == project.pk), None)


def given_of(call: Call, project: Project | None = None) -> list[Given]:
    """Marks of sent reviews that count: complete, and of nobody in conflict; two queries."""
    criteria = criteria_of(call.criteria)
    reviews = Review.objects.filter(project__call=call, sent_at__isnull=False).order_by("id")
    closed = Conflict.objects.filter(project__call=call)
    if project is not None:
        reviews, closed = reviews.filter(project=project), closed.filter(project=project)
    pairs = set(closed.values_list("project_id", "reviewer_id"))
    return [
        Given(of, number, marks)
        for number, of, who, marks in reviews.values_list(
            "pk", "project_id", "reviewer_id", "marks"
        )
        if (of, who) not in pairs and marks_complete(marks, criteria)
    ]


def ranking_of(call: Call) -> Ranking:
    """Every project that was sent and not withdrawn; five queries."""
    projects = list(
        Project.objects.filter(call=call, sent_at__isnull=False)
        .exclude(state__in=(ProjectState.DRAFT, ProjectState.WITHDRAWN))
        .select_related("municipality__parent", "organisation", "session", "author", "track")
        .order_by("sent_at", "id")
    )
    criteria, given = criteria_of(call.criteria), given_of(call)
    numbers = [one.pk for one in projects]
    given = [one for one in given if one.project in set(numbers)]
    ranked = solve(numbers, given, criteria)
    by_number = {one.pk: one for one in projects}
    advice = _advice(call)
    conflicts = Counter(
        Conflict.objects.filter(project__call=call).values_list("project_id", flat=True)
    )
    return Ranking(
        rows=tuple(
            Row(
                by_number[one.line.project],
                one,
                advice[one.line.project],
                conflicts[one.line.project],
            )
            for one in ranked
        ),
        criteria=criteria,
        faults=verify(ranked, numbers, given, criteria),
        incomplete=sum(sum(own.values()) for own in advice.values()) - len(given),
    )


def _advice(call: Call) -> defaultdict[int, Counter[str]]:
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    rows = Review.objects.filter(project__call=call, sent_at__isnull=False).exclude(
        project__state=ProjectState.WITHDRAWN
    )
    for project, said in rows.order_by().values_list("project_id", "advice"):
        found[project][said] += 1
    return found
