"""The score of one project as a worked formula, and who gave what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rost.forum.models import Conflict, Decision, Project, Review
from rost.forum.rules.committee import Criterion, Given, criteria_of, score_text, steps_of
from rost.forum.rules.committee.scores import score_of

from .ranking import given_of


@dataclass(frozen=True, slots=True)
class WorkedLine:
    """«Польза: (8 + 7) / 2 = 7,5; 7,5 / 10 × 30 / 50 × 100 = 45»."""

    name: str
    mean: str
    formula: str
    points: str


def worked(
    given: Sequence[Given], criteria: Sequence[Criterion], language: str
) -> list[WorkedLine]:
    whole = score_text(sum(one.weight for one in criteria), language)  # type: ignore[arg-type]
    lines = []
    for step in steps_of(given, criteria) if given else ():
        mean = score_text(step.mean, language)
        marks = " + ".join(str(one) for one in step.marks)
        weight = score_text(step.criterion.weight, language)
        lines.append(
            WorkedLine(
                name=step.criterion.name(language),
                mean=f"({marks}) / {len(step.marks)} = {mean}" if len(step.marks) > 1 else marks,
                formula=f"{mean} / {step.criterion.most} × {weight} / {whole} × 100",
                points=score_text(step.points, language),
            )
        )
    return lines


@dataclass(frozen=True, slots=True)
class ReviewLine:
    review: Review
    score: str  # empty: it does not count
    marks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that an organiser reads before deciding about one project."""

    lines: tuple[WorkedLine, ...]
    reviews: tuple[ReviewLine, ...]
    begun: int
    conflicts: tuple[Conflict, ...]
    log: tuple[Decision, ...]


def dossier_of(project: Project, language: str) -> Dossier:
    criteria = criteria_of(project.call.criteria)
    given = given_of(project.call, project=project)
    counting = {one.review: one for one in given}
    reviews = Review.objects.filter(project=project).select_related("reviewer").order_by("id")
    return Dossier(
        lines=tuple(worked(given, criteria, language)),
        reviews=tuple(
            ReviewLine(
                review=one,
                score=score_text(score_of(one.marks, criteria), language)
                if one.pk in counting
                else "",
                marks=tuple(
                    (each.name(language), f"{one.marks.get(each.key, '–')} / {each.most}")
                    for each in criteria
                ),
            )
            for one in reviews
            if one.sent_at is not None
        ),
        begun=sum(one.sent_at is None for one in reviews),
        conflicts=tuple(Conflict.objects.filter(project=project).select_related("reviewer")),
        log=tuple(Decision.objects.filter(project=project).select_related("by", "in_place_of")),
    )
