"""What of a draft has changed since it was taken to be solved; wishes do not count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rost.core.scheduling import Problem

from .asked import Asked


@dataclass(frozen=True, slots=True)
class Changed:
    """`moved`, `other`, `come`, `gone`: codes of sessions; the rest says whether anything did."""

    moved: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    come: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    days: bool = False
    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    orders: bool = False

    def __bool__(self) -> bool:
        return self != Changed()


def changed_since(problem: Problem, draft: Mapping[str, Any], now: Asked) -> Changed:
    """Only what a plan must obey: the weights, wishes and penalties may have changed."""
    was, found = (
        {one.key: one for one in problem.items},
        {one.key: one for one in now.problem.items},
    )
    stood, stands = dict(draft), now.draft
    return Changed(
        moved=tuple(
            code
            for code in stands
            if code in stood and list(stood[code])[1:] != list(stands[code])[1:]
        ),
        other=tuple(code for code in found if code in was and was[code] != found[code]),
        come=tuple(code for code in found if code not in was),
        gone=tuple(code for code in was if code not in found),
        days=problem.stretches != now.problem.stretches,
        places=_differing(problem.places, now.problem.places),
        people=_differing(problem.people, now.problem.people),
        orders=problem.sequences != now.problem.sequences,
    )


def _differing(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[str, ...]:
    before, after = {one.key: one for one in old}, {one.key: one for one in new}
    return tuple(key for key in {**before, **after} if before.get(key) != after.get(key))
