"""Most marks win; ties go by the committee's score, then by who sent their project earlier.

The rule stands on the page of the vote and in docs/decisions/audience-vote.md. `verify` counts a
second time in another way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Candidate:
    project: int
    score: Fraction | None
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Counted:
    project: int
    votes: int
    place: int


def solve(candidates: Iterable[Candidate], votes: Iterable[tuple[int, int]]) -> tuple[Counted, ...]:
    """Candidates by place; `votes` are pairs of a voter and a project, each counted once."""
    tally = Counter(project for _voter, project in set(votes))
    order = sorted(
        candidates,
        key=lambda one: (
            -tally[one.project],
            -(one.score if one.score is not None else -1),
            one.sent_at,
            one.project,
        ),
    )
    return tuple(
        Counted(one.project, tally[one.project], place) for place, one in enumerate(order, 1)
    )


def verify(
    result: Sequence[Counted],
    candidates: Sequence[Candidate],
    votes: Sequence[tuple[int, int]],
    *,
    most: int,
    own: Mapping[int, frozenset[int]],
) -> tuple[str, ...]:
    """What is wrong; nothing when it is right. Each ballot is counted by itself, and each place
    is one more than the number of candidates that beat it, pair by pair.

    `most` is how many a voter may mark; `own` names the voters behind a project.
    """
    faults = []
    ballots: dict[int, set[int]] = {}
    for voter, project in votes:
        ballots.setdefault(voter, set()).add(project)
    known = {one.project: one for one in candidates}
    for voter, marked in ballots.items():
        if len(marked) > most:
            faults.append("a ballot has too many marks")
        if any(voter in own.get(project, frozenset()) for project in marked):
            faults.append("a ballot marks the voter's own project")
    counts = {one: sum(one in marked for marked in ballots.values()) for one in known}
    if {one.project: one.votes for one in result} != counts or len(result) != len(known):
        faults.append("the votes are others")
    for line in result:
        mine = known.get(line.project)
        if mine is not None:
            beaten_by = sum(_beats(one, mine, counts) for one in candidates)
            if line.place != beaten_by + 1:
                faults.append(f"project {line.project}: the place is another")
    return tuple(faults)


def _beats(one: Candidate, other: Candidate, counts: Mapping[int, int]) -> bool:
    if one.project == other.project:
        return False
    if counts[one.project] != counts[other.project]:
        return counts[one.project] > counts[other.project]
    if one.score != other.score:
        return other.score is None or (one.score is not None and one.score > other.score)
    return (one.sent_at, one.project) < (other.sent_at, other.project)
