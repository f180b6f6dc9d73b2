"""The registry of what goes on in another municipality when one is merged or changes its status.

A room declares in `AppConfig.ready()` what of its own hangs on places:

    register_carrier(
        Carrier(
            name="forum.places",
            title=_("Registrations, quotas and routes of forums to come"),
            count=queries.carrying.count_on_places,  # (predecessors, on) → rows that would go on
            lock=actions.carrying.lock_editions,     # (on) → before the places are locked
            carry=actions.carrying.carry_places,     # (predecessors, successor, on, now) → rows
        )
    )
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.utils.functional import Promise

from rost.directory.models import Municipality


class Count(Protocol):
    def __call__(self, *, predecessors: Sequence[int], on: date) -> int: ...


class Lock(Protocol):
    def __call__(self, *, on: date) -> None: ...


class Carry(Protocol):
    def __call__(
        self, *, predecessors: Sequence[int], successor: Municipality, on: date, now: datetime
    ) -> int: ...


@dataclass(frozen=True, slots=True)
class Carrier:
    """`predecessors` are keys of municipalities that end the day before `on`.

    `carry` runs inside the transaction of the merge, when the places below hang under their
    successor already. `lock` comes first of all: whoever holds a row of the room asks for a
    place next, so the merge must not do it the other way round.
    """

    name: str
    title: str | Promise
    count: Count
    lock: Lock
    carry: Carry


_registry: dict[str, Carrier] = {}


def register_carrier(carrier: Carrier) -> None:
    """Declare a carrier once; declaring another under the same name is a mistake."""
    if _registry.get(carrier.name, carrier).carry is not carrier.carry:
        raise ValueError(f"{carrier.name} is declared twice")
    _registry[carrier.name] = carrier


def carriers() -> list[Carrier]:
    return list(_registry.values())
