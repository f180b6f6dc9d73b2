"""What is told of a set of claims that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .claims import Claim, overlap, worth
from .model import Contradiction, Demand, Problem, Span
from .verify import joined


def told(
    problem: Problem, own: Iterable[Claim], items: set[str], *, minimal: bool, smallest: bool
) -> tuple[Contradiction, ...]:
    claims = list(own)
    demands = {(claim.demand, claim.person or claim.place) for claim in claims}
    needed, given = _room_of_places(problem, claims, items)
    rows = []
    for claim in claims:
        one = Contradiction(
            claim.demand,
            tuple(key for key in claim.items if key in items),
            claim.person,
            claim.place,
            minimal,
            smallest,
        )
        if claim.demand is Demand.PLACE_ONCE:
            one = with_room(one, needed, given)
        elif claim.demand is Demand.PERSON_ONCE:
            asked = sum(item.ticks for item in problem.items if item.key in one.items)
            bound = (Demand.FREE, claim.person) in demands
            free = [s for p in problem.people if p.key == claim.person for s in p.free]
            one = with_room(one, asked, _ticks(problem, free if bound else ()))
        rows.append(one)
    return tuple(rows)


def with_room(one: Contradiction, needed: int, given: int) -> Contradiction:
    """With both numbers, where they say why: what is needed is more than there is."""
    return one if needed <= given else replace(one, needed=needed, given=given)


def _room_of_places(problem: Problem, claims: list[Claim], items: set[str]) -> tuple[int, int]:
    """Of all places in the set together: what its items take, and what of them can be used."""
    once = {claim.place for claim in claims if claim.demand is Demand.PLACE_ONCE}
    opened = {claim.place for claim in claims if claim.demand is Demand.OPEN}
    ticks = [item.ticks for item in problem.items if item.key in items]
    return sum(ticks), worth(problem, once, opened, ticks)


def _ticks(problem: Problem, spans: Iterable[Span]) -> int:
    """Ticks of all stretches, or of the parts of them that lie in these spans."""
    within = joined(spans)
    return sum(
        sum(overlap(Span(one.begins, one.ends), span) for span in within)
        if within
        else one.ends - one.begins
        for one in problem.stretches
    )
