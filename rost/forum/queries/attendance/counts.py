"""How many came through each door today and are inside now: one query whatever their number.

The same answer as `core.attendance.inside` gives, out of the last moment of each kind of mark
instead of all marks: a telephone asks with every batch it sends.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast
from zoneinfo import ZoneInfo

from django.db.models import F, Max, Q
from django.db.models.functions import Coalesce

from rost.forum.models import Direction, Door, DoorKind, Edition, Mark
from rost.forum.rules.attendance import day_bounds

Place = tuple[str, int | None, int | None]  # kind, hall, route
LastMark = tuple[int, str, int | None, int | None, str, bool, datetime]


@dataclass(frozen=True, slots=True)
class DoorCount:
    """`came` – different people who came in on this day, `inside` – those who are in now.

    Two doors of one hall count the same people. The entrance counts whoever was seen in a hall
    or bus too. No capacity: nobody limits it.
    """

    inside: int = 0
    came: int = 0
    capacity: int | None = None


def door_counts(edition: Edition, at: datetime) -> dict[int, DoorCount]:
    """Counts of every door of the edition, on the local day of `at`, by the door's number."""
    doors = Door.objects.filter(edition=edition).select_related("hall", "route")
    return counts_of(edition, list(doors), at)


def door_count(door: Door, at: datetime) -> DoorCount:
    return counts_of(door.edition, [door], at)[door.pk]


def counts_of(edition: Edition, doors: Iterable[Door], at: datetime) -> dict[int, DoorCount]:
    inside, came = _today(edition, at)
    return {
        door.pk: DoorCount(
            inside=inside[_place(door)],
            came=came[_place(door)],
            capacity=capacity_of(door, edition),
        )
        for door in doors
    }


def capacity_of(door: Door, edition: Edition) -> int | None:
    if door.hall is not None:
        return door.hall.capacity
    return door.route.seats if door.route is not None else edition.capacity


def _place(door: Door) -> Place:
    return door.kind, door.hall_id, door.route_id


ENTRANCE: Place = (DoorKind.ENTRANCE, None, None)


@dataclass(slots=True)
class _Seen:
    """When somebody was last seen coming in and going out, place by place."""

    came: dict[Place, datetime] = field(default_factory=dict)
    went: dict[Place, datetime] = field(default_factory=dict)

    def places(self) -> list[Place]:
        """Where they are: in the forum, and in the hall or bus that they entered last."""
        left = self.went.get(ENTRANCE)
        last = max(self.came.items(), key=lambda one: one[1], default=None)
        if last is None or (left is not None and left > last[1]):
            return []
        halls = [(at, place) for place, at in self.came.items() if place != ENTRANCE]
        at, place = max(halls, default=(None, ENTRANCE))
        gone = [moment for moment in (left, self.went.get(place)) if moment is not None]
        if at is None or any(moment > at for moment in gone):
            return [ENTRANCE]
        return [ENTRANCE, place]


def _today(edition: Edition, at: datetime) -> tuple[Counter[Place], Counter[Place]]:
    """Who is inside and who came, on the local day of `at` up to that moment.

    Lines of sign-in sheets tell who came, and nothing of who is in now.
    """
    people: defaultdict[int, _Seen] = defaultdict(_Seen)
    came: defaultdict[Place, set[int]] = defaultdict(set)
    for holder, kind, hall, route, direction, signed, moment in _last_marks(edition, at):
        place = (kind, hall, route)
        if direction == Direction.IN:
            came[place].add(holder)
            came[ENTRANCE].add(holder)
        if not signed:
            seen = people[holder].came if direction == Direction.IN else people[holder].went
            seen[place] = moment
    inside = Counter(place for one in people.values() for place in one.places())
    return inside, Counter({place: len(holders) for place, holders in came.items()})


def _last_marks(edition: Edition, at: datetime) -> Iterable[LastMark]:
    begins, _ends = day_bounds(at, ZoneInfo(edition.timezone))
    rows = Mark.objects.filter(
        door__edition=edition, voided_at__isnull=True, at__gte=begins, at__lte=at
    ).annotate(
        holder=Coalesce("registration_id", "badge__registration_id", -F("badge_id")),
        signed=Q(session__isnull=False),
    )
    keys = ("holder", "door__kind", "door__hall_id", "door__route_id", "direction", "signed")
    last = rows.order_by().values(*keys).annotate(last=Max("at")).values_list(*keys, "last")
    return cast("Iterable[LastMark]", last)
