"""Who went where in the two days, by chance from a stored seed; nothing is written here."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from rost.forum.models import AgendaItem, Direction, Door, Edition, SeatStatus, Session
from rost.forum.models.programme import Form

COME = (0.96, 0.88)  # part of those who come at all that is there on the first day, the second
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody passes a door, or sits in a session that has a sheet instead of one."""

    registration: int
    at: datetime
    door: int
    session: int | None = None
    direction: str = Direction.IN


class Walks:
    """Steps of one day for the people given."""

    def __init__(self, edition: Edition, chance: random.Random) -> None:
        self.chance = chance
        self.zone = ZoneInfo(edition.timezone)
        self.doors = {
            (one.hall_id, one.route_id): one.pk for one in Door.objects.filter(edition=edition)
        }
        rows = Session.objects.filter(edition=edition, starts_at__isnull=False)
        rows = rows.exclude(form=Form.BREAK).select_related("hall", "route")
        self.sessions = list(rows.order_by("starts_at", "number"))
        self.chosen: defaultdict[int, set[int]] = defaultdict(set)
        items = AgendaItem.objects.filter(session__edition=edition, status=SeatStatus.SEAT)
        for registration, session in items.values_list("registration_id", "session_id"):
            self.chosen[registration].add(session)

    def of_day(self, day: date, share: float, people: Iterable[int]) -> Iterator[Step]:
        mine = [one for one in self.sessions if self.date_of(one) == day]
        trips = [one for one in mine if one.route_id]
        coming = [one for one in people if self.chance.random() < share]
        aboard = {one for one in coming for trip in trips if trip.pk in self.chosen[one]}
        for trip in trips:
            yield from self.trip(trip, sorted(aboard))
        staying = [one for one in coming if one not in aboard]
        halls = [one for one in mine if one.hall_id]
        for one in staying:
            yield Step(one, self.before(halls[0], 70), self.doors[None, None])
        for _start, at_once in groupby(halls, key=lambda one: one.starts_at):
            yield from self.hour(list(at_once), staying)

    def date_of(self, session: Session) -> date:
        assert session.starts_at is not None
        return session.starts_at.astimezone(self.zone).date()

    def trip(self, trip: Session, people: list[int]) -> Iterator[Step]:
        door = self.doors[None, trip.route_id]
        assert trip.route is not None
        for one in people:
            yield Step(one, self.before(trip, 20), door, trip.pk)
            yield Step(one, trip.route.returns_at, door, trip.pk, Direction.OUT)

    def hour(self, sessions: list[Session], people: list[int]) -> Iterator[Step]:
        """Everybody who does not skip it goes to what they planned, or where there is room."""
        inside: Counter[int] = Counter()
        for one in people:
            if self.chance.random() < 0.1:
                continue
            planned = [session for session in sessions if session.pk in self.chosen[one]]
            free = [one for one in sessions if inside[one.pk] < room(one)]
            if not free and not planned:
                continue  # a coffee instead
            weights = [room(session) for session in free]
            session = planned[0] if planned else self.chance.choices(free, weights)[0]
            inside[session.pk] += 1
            door = self.doors[session.hall_id, None]
            yield Step(one, self.before(session, 14) + 4 * MINUTE, door, session.pk)

    def before(self, session: Session, most: int) -> datetime:
        assert session.starts_at is not None
        return session.starts_at - self.chance.random() * most * MINUTE


def room(session: Session) -> int:
    capacity = session.hall.capacity if session.hall is not None else None
    return capacity or 100
