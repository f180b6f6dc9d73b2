"""Synthetic forums as problems, each with a plan that keeps every demand: it was there first.

The plan is made, and then the demands around it, so that the problem is known to be possible.
A tick is a quarter of an hour, counted from the midnight before the first day.
"""

from __future__ import annotations

from collections.abc import Sequence as Row
from dataclasses import dataclass
from itertools import combinations
from random import Random

from rost.core.scheduling.model import (
    Apart,
    Item,
    ItemCost,
    Measure,
    Person,
    Place,
    Placement,
    Plan,
    Problem,
    Sequence,
    Span,
    Stretch,
    Track,
)

DAY = 96
WEIGHTS = {
    Measure.WISHES: 1,
    Measure.SEATS: 1,
    Measure.PLACES_PER_TRACK: 20,
    Measure.PARALLEL_TRACK: 30,
    Measure.TRACK_IN_A_ROW: 10,
    Measure.SIMILAR_TRACKS: 5,
    Measure.LONG_DAYS: 2,
    Measure.ITEM_TIME: 3,
}


@dataclass(frozen=True, slots=True)
class Forum:
    problem: Problem
    plan: Plan


@dataclass(frozen=True, slots=True)
class Size:
    items: int
    halls: int
    tracks: int
    lengths: tuple[int, ...]
    wishing: int  # people who marked what they would like to hear
    each: int  # how many sessions each of them marked
    hours: tuple[tuple[int, int], ...]  # stretches of a day, in ticks
    days: int = 3


def festival(seed: int = 1) -> Forum:
    """98 sessions, 8 halls, 3 days, a route, plenary sessions that stay where they are."""
    return make(Size(98, 8, 7, (4, 4, 5, 6), 300, 6, ((40, 52), (56, 72))), seed)


def forum(items: int = 300, seed: int = 1) -> Forum:
    """300 short sessions in 8 halls over 3 days: nearly every quarter of an hour is taken."""
    return make(Size(items, 8, 10, (2, 2, 3), 400, 6, ((36, 52), (56, 76))), seed)


def huge(seed: int = 1) -> Forum:
    """1 000 sessions, 40 halls, 3 000 wishes."""
    return make(Size(1000, 40, 30, (3, 3, 4), 600, 5, ((36, 52), (56, 76))), seed)


def make(size: Size, seed: int) -> Forum:
    return _Making(size, Random(seed)).forum()


class _Making:
    def __init__(self, size: Size, random: Random) -> None:
        self.size = size
        self.random = random
        self.stretches = tuple(
            Stretch(f"{day + 1}/{part + 1}", DAY * day + begins, DAY * day + ends, day)
            for day in range(size.days)
            for part, (begins, ends) in enumerate(size.hours)
        )
        self.halls = [f"hall:{number + 1}" for number in range(size.halls)]
        self.seats = {hall: random.choice((40, 60, 80, 120)) for hall in self.halls}
        self.seats[self.halls[0]] = 500
        self.items: list[Item] = []
        self.plan: dict[str, Placement] = {}

    def forum(self) -> Forum:
        places = self._plenaries()
        places.append(self._route())
        self._sessions()
        people = self._speakers()
        problem = Problem(
            stretches=self.stretches,
            places=tuple(places),
            items=tuple(self.items),
            tracks=tuple(Track(f"track{number}") for number in range(self.size.tracks)),
            people=people,
            sequences=self._sequences(),
            apart=self._wishes(),
            item_costs=(*self._seats(), *self._hours()),
            similar={("track0", "track1"): 2, ("track1", "track2"): 1},
            weights=WEIGHTS,
        )
        return Forum(problem, self.plan)

    def _put(self, item: Item, place: str, begins: int) -> None:
        self.items.append(item)
        self.plan[item.key] = Placement(place, begins)

    def _plenaries(self) -> list[Place]:
        """The first and the last hour belong to the largest hall; the others are closed then."""
        first, last = self.stretches[0], self.stretches[-1]
        opening = Placement(self.halls[0], first.begins)
        closing = Placement(self.halls[0], last.ends - 4)
        self._put(
            Item("opening", 4, places=(self.halls[0],), fixed=opening),
            opening.place,
            opening.begins,
        )
        self._put(
            Item("closing", 4, places=(self.halls[0],), fixed=closing),
            closing.place,
            closing.begins,
        )
        open_between = (Span(first.begins + 4, last.ends - 4),)
        return [Place(hall, open_between if hall != self.halls[0] else ()) for hall in self.halls]

    def _route(self) -> Place:
        """A bus through the second day, with four stops."""
        middle = self.stretches[len(self.size.hours)]
        leaves, returns = middle.begins, self.stretches[2 * len(self.size.hours) - 1].ends
        for stop in range(4):
            item = Item(f"stop{stop + 1}", 3, places=("route:1",))
            self._put(item, "route:1", middle.begins + 3 * stop)
        return Place("route:1", (Span(leaves, returns),), away=True)

    def _sessions(self) -> None:
        """The longest first, each into the emptiest cell of its track's halls, or of all."""
        random = self.random
        room = {(s, hall): s.ends - s.begins for s in self.stretches for hall in self.halls}
        for hall in self.halls:
            room[self.stretches[0], hall] -= 4
            room[self.stretches[-1], hall] -= 4
        count = self.size.items - len(self.items)
        lengths = sorted((random.choice(self.size.lengths) for _ in range(count)), reverse=True)
        for number, ticks in enumerate(lengths):
            track = number % self.size.tracks
            home = self.halls[track % len(self.halls)]
            fits = [cell for cell in room if room[cell] >= ticks]
            cell = max(fits, key=lambda c: (room[c] + (4 if c[1] == home else 0), random.random()))
            stretch, hall = cell
            closing = 4 if stretch is self.stretches[-1] else 0
            begins = stretch.ends - closing - room[cell]
            room[cell] -= ticks
            self._put(self._session(number, ticks, f"track{track}", hall, begins), hall, begins)

    def _session(self, number: int, ticks: int, track: str, hall: str, begins: int) -> Item:
        random = self.random
        large = [other for other in self.halls if self.seats[other] >= self.seats[hall]]
        windows = (Span(begins - 20, begins + ticks + 20),) if random.random() < 0.1 else ()
        return Item(
            f"s{number:04}",
            ticks,
            track=track,
            places=tuple(large) if random.random() < 0.3 else tuple(self.halls),
            windows=windows,
        )

    def _speakers(self) -> tuple[Person, ...]:
        """Three to a session, nobody twice at once, many of them here only on their days."""
        random = self.random
        pool = [f"person{number}" for number in range(int(self.size.items * 1.6))]
        busy: dict[str, list[tuple[int, int]]] = {person: [] for person in pool}
        for at, item in enumerate(self.items):
            begins, ends = self._busy(item)
            can = [
                person
                for person in random.sample(pool, min(len(pool), 40))
                if len(busy[person]) < 4 and all(e <= begins or ends <= b for b, e in busy[person])
            ]
            people = tuple(can[: random.choice((1, 2, 3))])
            for person in people:
                busy[person].append((begins, ends))
            self.items[at] = _with_people(item, people)
        return tuple(self._person(person, busy[person]) for person in pool)

    def _busy(self, item: Item) -> tuple[int, int]:
        if item.places == ("route:1",):
            parts = len(self.size.hours)
            return self.stretches[parts].begins, self.stretches[2 * parts - 1].ends
        begins = self.plan[item.key].begins
        return begins, begins + item.ticks

    def _person(self, key: str, busy: Row[tuple[int, int]]) -> Person:
        if not busy or self.random.random() < 0.6:
            return Person(key, longest_day=24 if self.random.random() < 0.3 else None)
        days = sorted({begins // DAY for begins, _ in busy})
        return Person(key, tuple(Span(day * DAY, (day + 1) * DAY) for day in days))

    def _sequences(self) -> tuple[Sequence, ...]:
        found = []
        for _ in range(self.size.items // 10):
            first, then = self.random.sample(self.items[6:], 2)
            gap = self.plan[then.key].begins - self.plan[first.key].begins - first.ticks
            if gap >= 0:
                found.append(Sequence(first.key, then.key, at_least=min(gap, 1)))
        return tuple(found)

    def _wishes(self) -> tuple[Apart, ...]:
        both: dict[tuple[str, str], int] = {}
        keys = [item.key for item in self.items[6:]]
        for _ in range(self.size.wishing):
            for pair in combinations(sorted(self.random.sample(keys, self.size.each)), 2):
                both[pair] = both.get(pair, 0) + 1
        return tuple(
            Apart(first, second, Measure.WISHES, people)
            for (first, second), people in sorted(both.items())
        )

    def _seats(self) -> list[ItemCost]:
        """Who would not find a seat, in tens."""
        costs = []
        for item in self.items[6:]:
            expected = self.random.choice((20, 30, 50, 70, 100))
            for hall in item.places:
                without = expected - self.seats[hall]
                if without > 0:
                    costs.append(ItemCost(Measure.SEATS, item.key, -(-without // 10), place=hall))
        return costs

    def _hours(self) -> list[ItemCost]:
        """Some would rather not speak in the first stretch of a day."""
        early = [stretch.key for stretch in self.stretches if stretch.key.endswith("/1")]
        shy = [item.key for item in self.items[6:] if self.random.random() < 0.1]
        return [ItemCost(Measure.ITEM_TIME, key, 1, stretch=day) for key in shy for day in early]


def _with_people(item: Item, people: tuple[str, ...]) -> Item:
    return Item(
        item.key,
        item.ticks,
        track=item.track,
        people=people,
        places=item.places,
        windows=item.windows,
        fixed=item.fixed,
    )
