"""What a plan comes to, measure by measure, each counted by itself and in the plainest way.

The first sixteen are counted as the public library CoSPLib does; the oddities of its evaluator are
kept, so that its checker gives the same numbers (docs/algorithms/scheduling-proof.md). Rows of
`apart`, `item_costs` and `track_costs` are added to whatever measure they name. Items that stand
nowhere cost nothing here: that they stand nowhere is a fault.

- WISHES: only rows; by convention a row of `apart` per pair of items with the number of people
  who want both.
- SEATS: only rows; by convention a row of `item_costs` per item and place with the number of
  people left without a seat.
- LONG_DAYS: of every person with a longest day, and every day: ticks from the first begin to the
  last end of what they must be at (rides of a bus included), beyond the longest day.
- MOVED: items of the plan before that are asked for now and do not stand exactly there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from .model import Item, Measure, Plan, Problem, Scope, Span, Tally
from .verify import joined

_Cause = tuple[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class _Stands:
    item: Item
    place: str
    own: Span
    at: int  # index of its stretch; -1 when it lies in none


@dataclass(frozen=True, slots=True)
class _Cell:
    """A track at a place through a stretch."""

    at: int
    stretch: str
    place: str
    track: str


class _Standing:
    """A problem and a plan, looked at from the sides that measures need."""

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.problem = problem
        self.plan = plan
        self.items = [_stands(problem, item, plan) for item in problem.items if item.key in plan]
        self.order = {place.key: number for number, place in enumerate(problem.places)}
        self.chairs = {track.key: set(track.chairs) for track in problem.tracks}
        cells = {
            _Cell(one.at, problem.stretches[one.at].key, one.place, one.item.track)
            for one in self.items
            if one.at >= 0 and one.item.track
        }
        self.cells = sorted(cells, key=lambda c: (c.at, self._rank(c.place), c.place, c.track))

    def _rank(self, place: str) -> int:
        return self.order.get(place, len(self.order))

    def parallel_cells(self) -> Iterator[tuple[_Cell, _Cell]]:
        """Different tracks at different places of one stretch."""
        for one, other in combinations(self.cells, 2):
            if one.at == other.at and one.place != other.place and one.track != other.track:
                yield one, other

    def parallel_items(self) -> Iterator[tuple[_Stands, _Stands]]:
        """Items at different places of one stretch."""
        for one, other in combinations(self.items, 2):
            if one.at == other.at >= 0 and one.place != other.place:
                yield one, other

    def running(self, item: _Stands) -> tuple[int, int, str, int]:
        """The library's order of a track: stretch by stretch, there place by place, then time."""
        return item.at, self._rank(item.place), item.place, item.own.begins

    def tracks(self) -> list[str]:
        return sorted({cell.track for cell in self.cells})

    def chairs_of(self, item: Item) -> set[str]:
        return self.chairs.get(item.track, set())


def measure(problem: Problem, plan: Plan) -> tuple[Tally, ...]:
    """Every measure in the order of their list, those of weight 0 too."""
    standing = _Standing(problem, plan)
    tallies = []
    for one in Measure:
        causes = (*_rows(standing, one), *(COUNTS[one](standing) if one in COUNTS else ()))
        number = sum(share for _, share in causes)
        tallies.append(Tally(one, number, problem.weights.get(one, 0), _merged(causes)))
    return tuple(tallies)


def objective(problem: Problem, plan: Plan) -> int:
    return sum(tally.cost for tally in measure(problem, plan))


def _merged(causes: tuple[_Cause, ...]) -> tuple[_Cause, ...]:
    """One share per keys, the largest first."""
    shares: dict[tuple[str, ...], int] = {}
    for keys, share in causes:
        shares[keys] = shares.get(keys, 0) + share
    return tuple(
        sorted(((k, n) for k, n in shares.items() if n), key=lambda cause: (-cause[1], cause[0]))
    )


def _stands(problem: Problem, item: Item, plan: Plan) -> _Stands:
    begins = plan[item.key].begins
    own = Span(begins, begins + item.ticks)
    for at, stretch in enumerate(problem.stretches):
        if stretch.begins <= own.begins and own.ends <= stretch.ends:
            return _Stands(item, plan[item.key].place, own, at)
    return _Stands(item, plan[item.key].place, own, -1)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.ends, other.ends) - max(one.begins, other.begins))


def _rows(standing: _Standing, measure: Measure) -> Iterator[_Cause]:
    stands = {one.item.key: one for one in standing.items}
    yield from _item_rows(standing, stands, measure)
    yield from _pair_rows(standing, stands, measure)
    for cost in standing.problem.track_costs:
        for cell in standing.cells if cost.measure is measure else ():
            wanted = (cost.stretch, cost.place, cost.track)
            found = (cell.stretch, cell.place, cell.track)
            if all(one in ("", other) for one, other in zip(wanted, found, strict=True)):
                yield (cell.track, cell.stretch, cell.place), cost.cost


def _item_rows(
    standing: _Standing, stands: Mapping[str, _Stands], measure: Measure
) -> Iterator[_Cause]:
    for row in standing.problem.item_costs:
        one = stands.get(row.item)
        if row.measure is measure and one is not None:
            stretch = standing.problem.stretches[one.at].key if one.at >= 0 else ""
            here = row.stretch in ("", stretch) and row.place in ("", one.place)
            if here and row.begins in (None, one.own.begins):
                yield (one.item.key, one.place), row.cost


def _pair_rows(
    standing: _Standing, stands: Mapping[str, _Stands], measure: Measure
) -> Iterator[_Cause]:
    for pair in standing.problem.apart:
        first, second = stands.get(pair.first), stands.get(pair.second)
        if pair.measure is measure and first is not None and second is not None:
            if pair.scope is Scope.TICK:
                at_once = _shared(first.own, second.own) > 0
            else:
                at_once = first.at == second.at >= 0 and first.place != second.place
            if at_once:
                yield (pair.first, pair.second), pair.cost


def _similar(standing: _Standing) -> Iterator[_Cause]:
    similar = standing.problem.similar
    for one, other in standing.parallel_cells():
        pair = (one.track, other.track)
        yield (*pair, one.stretch), similar.get(pair, similar.get((other.track, one.track), 0))


def _places_per_track(standing: _Standing) -> Iterator[_Cause]:
    for track in standing.tracks():
        yield (track,), len({cell.place for cell in standing.cells if cell.track == track}) - 1


def _parallel_track(standing: _Standing) -> Iterator[_Cause]:
    for track in standing.tracks():
        for at, stretch in enumerate(standing.problem.stretches):
            places = [cell for cell in standing.cells if cell.track == track and cell.at == at]
            yield (track, stretch.key), max(0, len(places) - 1)


def _in_a_row(standing: _Standing) -> Iterator[_Cause]:
    for track in standing.tracks():
        at = {cell.at for cell in standing.cells if cell.track == track}
        yield (track,), 0 if max(at) - min(at) + 1 == len(at) else 1


def _order(standing: _Standing) -> Iterator[_Cause]:
    """Ordered items of a track that share ticks, then those not at their place in the row."""
    for one, other in combinations(standing.items, 2):
        same = one.item.track == other.item.track != ""
        if same and one.item.order and other.item.order and one.at >= 0 and other.at >= 0:
            yield (one.item.key, other.item.key), _shared(one.own, other.own)
    for track in standing.tracks():
        row = [one for one in standing.items if one.item.track == track and one.at >= 0]
        for number, one in enumerate(sorted(row, key=standing.running), start=1):
            yield (one.item.key,), 1 if one.item.order not in (0, number) else 0


def _presenters_meet(standing: _Standing, one: Item, other: Item) -> bool:
    """They share a presenter, or one's presenter is chair of the other's track."""
    mine, theirs = set(one.presenters), set(other.presenters)
    if mine & theirs:
        return True
    chairing = (mine & standing.chairs_of(other)) | (theirs & standing.chairs_of(one))
    return one.track != other.track and bool(chairing)


def _attendees_meet(standing: _Standing, one: Item, other: Item) -> bool:
    mine, theirs = set(one.attendees), set(other.attendees)
    if mine & (theirs | set(other.presenters)) or theirs & set(one.presenters):
        return True
    chairing = (mine & standing.chairs_of(other)) | (theirs & standing.chairs_of(one))
    return one.track != other.track and bool(chairing)


_Meet = Callable[[_Standing, Item, Item], bool]


def _by_stretch(meet: _Meet) -> Callable[[_Standing], Iterator[_Cause]]:
    def count(standing: _Standing) -> Iterator[_Cause]:
        for one, other in standing.parallel_items():
            if meet(standing, one.item, other.item):
                yield (one.item.key, other.item.key), 1

    return count


def _by_tick(meet: _Meet) -> Callable[[_Standing], Iterator[_Cause]]:
    def count(standing: _Standing) -> Iterator[_Cause]:
        for one, other in combinations(standing.items, 2):
            ticks = _shared(one.own, other.own)
            if ticks and meet(standing, one.item, other.item):
                yield (one.item.key, other.item.key), ticks

    return count


def _chairs(standing: _Standing) -> Iterator[_Cause]:
    for one, other in standing.parallel_cells():
        shared = standing.chairs.get(one.track, set()) & standing.chairs.get(other.track, set())
        yield (one.track, other.track, one.stretch), 1 if shared else 0


def _long_days(standing: _Standing) -> Iterator[_Cause]:
    problem = standing.problem
    trips = {place.key: joined(place.open) for place in problem.places if place.away}
    days = sorted({stretch.day for stretch in problem.stretches})
    for person in problem.people:
        if person.longest_day is None:
            continue
        own = [one for one in standing.items if person.key in one.item.people and one.at >= 0]
        for day in days:
            today = [one for one in own if problem.stretches[one.at].day == day]
            busy = [_busy(one, trips.get(one.place, [])) for one in today]
            if busy:
                long = max(span.ends for span in busy) - min(span.begins for span in busy)
                yield (person.key, str(day)), max(0, long - person.longest_day)


def _busy(one: _Stands, trips: list[Span]) -> Span:
    for trip in trips:
        if trip.begins <= one.own.begins and one.own.ends <= trip.ends:
            return trip
    return one.own


def _moved(standing: _Standing) -> Iterator[_Cause]:
    for item in standing.problem.items:
        before = standing.problem.before.get(item.key)
        if before is not None and standing.plan.get(item.key) != before:
            yield (item.key,), 1


COUNTS: dict[Measure, Callable[[_Standing], Iterator[_Cause]]] = {
    Measure.SIMILAR_TRACKS: _similar,
    Measure.PLACES_PER_TRACK: _places_per_track,
    Measure.PARALLEL_TRACK: _parallel_track,
    Measure.TRACK_IN_A_ROW: _in_a_row,
    Measure.ORDER: _order,
    Measure.PRESENTERS: _by_stretch(_presenters_meet),
    Measure.ATTENDEES: _by_stretch(_attendees_meet),
    Measure.CHAIRS: _chairs,
    Measure.PRESENTERS_AT_ONCE: _by_tick(_presenters_meet),
    Measure.ATTENDEES_AT_ONCE: _by_tick(_attendees_meet),
    Measure.LONG_DAYS: _long_days,
    Measure.MOVED: _moved,
}
