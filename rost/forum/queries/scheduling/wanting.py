"""What is better or worse: wishes that clash, seats that lack, halls and hours somebody avoids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from rost.core.programme.model import Session
from rost.core.scheduling import Apart, Item, ItemCost, Measure, Span, Stretch
from rost.forum.models import Penalty

from .clock import Clock
from .ground import Ground
from .placing import Items


def apart_of(ground: Ground, items: Mapping[str, Item]) -> tuple[Apart, ...]:
    """Pairs of sessions with the number of people who want both."""
    counted: Counter[tuple[str, str]] = Counter()
    for codes in ground.wanted.values():
        counted.update(combinations(sorted(code for code in codes if code in items), 2))
    return tuple(
        Apart(first, second, Measure.WISHES, people)
        for (first, second), people in sorted(counted.items())
    )


def costs_of(
    ground: Ground,
    clock: Clock,
    stretches: tuple[Stretch, ...],
    items: Items,
    aside: Iterable[Session],
) -> tuple[ItemCost, ...]:
    return (
        *_seats(ground, items),
        *_penalties(ground, clock, stretches, items),
        *_wished_aside(ground, clock, stretches, items, aside),
    )


def _seats(ground: Ground, items: Items) -> Iterator[ItemCost]:
    """People beyond the seats of a hall, as far as the session's own limit lets them in."""
    demand = ground.demand
    for code in items.by_code:
        own = items.sessions[code].seats
        wanted = demand.get(code, 0) if own is None else min(own, demand.get(code, 0))
        for hall in ground.programme.halls:
            if hall.capacity and wanted > hall.capacity:
                yield ItemCost(
                    Measure.SEATS, code, wanted - hall.capacity, place=f"hall:{hall.slug}"
                )


def _penalties(
    ground: Ground, clock: Clock, stretches: tuple[Stretch, ...], items: Items
) -> Iterator[ItemCost]:
    for one in ground.penalties:
        for item in _meant(one, items):
            place = f"hall:{one.hall.slug}" if one.hall else ""
            if one.starts_at is None or one.ends_at is None:
                yield ItemCost(Measure.ITEM_PLACE, item.key, one.cost, place=place)
                continue
            span = Span(clock.floor(one.starts_at), clock.ceil(one.ends_at))
            yield from _during(Measure.ITEM_TIME, item, one.cost, span, stretches, clock, place)


def _meant(penalty: Penalty, items: Items) -> list[Item]:
    if penalty.session is not None:
        item = items.by_code.get(penalty.session.code)
        return [item] if item is not None else []
    track = penalty.track
    return [one for one in items.by_code.values() if track is not None and one.track == track.slug]


def _wished_aside(
    ground: Ground,
    clock: Clock,
    stretches: tuple[Stretch, ...],
    items: Items,
    aside: Iterable[Session],
) -> Iterator[ItemCost]:
    """Who wants a session and a trip that stands aside cannot have both at once."""
    routes = {route.slug: route for route in ground.programme.routes}
    for one in aside:
        both: Counter[str] = Counter()
        for codes in ground.wanted.values():
            if one.code in codes:
                both.update(code for code in codes if code in items.by_code)
        if not both or one.start is None or one.end is None:
            continue
        route = routes.get(one.route)
        start = min(one.start, route.departs) if route else one.start
        end = max(one.end, route.returns) if route else one.end
        span = Span(clock.floor(start), clock.ceil(end))
        for code, people in sorted(both.items()):
            item = items.by_code[code]
            yield from _during(Measure.WISHES, item, people, span, stretches, clock)


def _during(
    measure: Measure,
    item: Item,
    cost: int,
    span: Span,
    stretches: tuple[Stretch, ...],
    clock: Clock,
    place: str = "",
) -> Iterator[ItemCost]:
    """Counted once wherever the item overlaps the span: by the piece if always, else by begin."""
    length = item.ticks - clock.pad
    for piece in stretches:
        begins = range(piece.begins, piece.ends - item.ticks + 1)
        hit = [one for one in begins if one < span.ends and span.begins < one + length]
        if hit and len(hit) == len(begins):
            yield ItemCost(measure, item.key, cost, piece.key, place)
        else:
            for one in hit:
                yield ItemCost(measure, item.key, cost, "", place, one)
