"""Sessions as items: where and when each may stand, and which of them stand already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from rost.core.language import fold
from rost.core.programme.model import Form, Hall, Session
from rost.core.scheduling import Item, Placement, Span, Stretch
from rost.core.scheduling import Sequence as Order
from rost.forum.models import SessionNeeds
from rost.forum.rules.spans import common

from .asked import Unplaceable, Why, place_key
from .clock import Clock
from .ground import Ground
from .pieces import whole_of


class Items:
    """`by_code` are those that the solver places; `aside` stand, `unplaceable` never can."""

    def __init__(
        self, ground: Ground, clock: Clock, stretches: tuple[Stretch, ...], live: Iterable[Session]
    ) -> None:
        self.ground, self.clock, self.stretches = ground, clock, stretches
        self.whole = whole_of(stretches)
        self.by_code: dict[str, Item] = {}
        self.sessions: dict[str, Session] = {}
        self.aside: list[Session] = []
        self.unplaceable: list[Unplaceable] = []
        self.longest = max((one.ends - one.begins for one in stretches), default=0)
        sessions = list(live)
        self.lengths = _lengths([one for one in sessions if self._kept(one)], clock)
        for one in sessions:
            self._take(one)

    def in_order(self, aside: Mapping[str, Session]) -> tuple[tuple[Order, ...], list[Item]]:
        """Orders between items; where one of the two stands aside, the other gets a window."""
        found, items = [], dict(self.by_code)
        for order in self.ground.orders:
            first, then = order.first.code, order.then.code
            gap = self.clock.gap(order.at_least)
            if first in items and then in items:
                most = None
                if order.at_most is not None:
                    most = max(gap, order.at_most // self.clock.minutes - self.clock.pad)
                found.append(Order(first, then, gap, most))
            elif first in aside and then in items and (end := aside[first].end) is not None:
                after = Span(self.clock.taken(end, end).ends - 1 + gap, self.whole.ends)
                items[then] = self._narrowed(items[then], after)
            elif then in aside and first in items and (start := aside[then].start) is not None:
                before = Span(0, max(1, self.clock.floor(start) - gap))
                items[first] = self._narrowed(items[first], before)
        return tuple(found), list(items.values())

    def _narrowed(self, item: Item, window: Span) -> Item:
        if item.fixed is not None:
            return item
        return replace(item, windows=common(item.windows or (self.whole,), (window,)) or (window,))

    def _kept(self, one: Session) -> bool:
        """Stands where the draft has it: the organiser said so, or its bus is announced."""
        needs = self.ground.needs.get(one.code)
        if one.start is None or not place_key(one):
            return False
        return bool(one.route) or (needs is not None and needs.stays)

    def _take(self, one: Session) -> None:
        people = tuple(
            dict.fromkeys(str(part.person) for part in one.contributions if part.person is not None)
        )
        dropped = self._dropped(one)
        if dropped is not None:
            self.unplaceable.append(Unplaceable(one.code, Why.DROPPED, person=dropped))
            return
        item = Item(one.code, self.clock.ticks(one.minutes), one.track, people)
        self.sessions[one.code] = one
        if self._kept(one):
            self._keep(one, item)
            return
        needs = self.ground.needs.get(one.code) or SessionNeeds()
        places = self._allowed(one, needs)
        windows = self._windows(needs)
        why = None
        if not places:
            why = Why.ROUTE if one.form is Form.VISIT or one.route else Why.HALL
        elif item.ticks > self.longest:
            why = Why.LENGTH
        elif windows is None or all(span.ends - span.begins < item.ticks for span in windows or ()):
            why = Why.HOURS if windows is None or windows else None
        if why is not None:
            wanted = Unplaceable(one.code, why, needs.expected or 0, tuple(needs.equipment))
            self.unplaceable.append(wanted)
            return
        self.by_code[one.code] = replace(item, places=places, windows=windows or ())

    def _dropped(self, one: Session) -> int | None:
        for part in one.contributions:
            needs = self.ground.speakers.get(part.person) if part.person is not None else None
            if needs is not None and needs.dropped_at is not None:
                return part.person
        return None

    def _keep(self, one: Session, item: Item) -> None:
        assert one.start is not None
        begins = self.clock.floor(one.start)
        ticks = self.lengths[one.code]
        inside = any(
            piece.begins <= begins and begins + ticks <= piece.ends for piece in self.stretches
        )
        if not inside or not self._exists(one):
            self.aside.append(one)
            return
        fixed = Placement(place_key(one), begins)
        self.by_code[one.code] = replace(item, ticks=ticks, fixed=fixed)

    def _exists(self, one: Session) -> bool:
        programme = self.ground.programme
        return any(hall.slug == one.hall for hall in programme.halls) or any(
            route.slug == one.route for route in programme.routes
        )

    def _allowed(self, one: Session, needs: SessionNeeds) -> tuple[str, ...]:
        expected = needs.expected or 0
        if one.route or (one.form is Form.VISIT and not one.hall):
            return tuple(
                f"route:{route.slug}"
                for route in self.ground.programme.routes
                if one.route in ("", route.slug) and (not route.seats or route.seats >= expected)
            )
        return tuple(
            f"hall:{hall.slug}"
            for hall in self.ground.programme.halls
            if (not hall.capacity or hall.capacity >= expected) and _has(hall, needs.equipment)
        )

    def _windows(self, needs: SessionNeeds) -> tuple[Span, ...] | None:
        """Empty: any time. None: no time is left."""
        begins, ends = self.whole.begins, self.whole.ends
        now = self.clock.ceil(self.ground.now)
        if now > begins:
            begins = now
        if needs.earliest is not None:
            begins = max(begins, self.clock.ceil(needs.earliest))
        if needs.latest is not None:
            ends = min(ends, self.clock.floor(needs.latest) + self.clock.pad)
        if (begins, ends) == (self.whole.begins, self.whole.ends):
            return ()
        return (Span(begins, ends),) if begins < ends else None


def _has(hall: Hall, wanted: Sequence[str]) -> bool:
    own = {fold(one) for one in hall.equipment}
    return all(fold(one) in own for one in wanted)


def _lengths(kept: Sequence[Session], clock: Clock) -> dict[str, int]:
    """Ticks of sessions that stay: all that they touch, but not what belongs to the next one.

    Two that follow each other off the grid would otherwise seem to clash by rounding.
    """
    lengths = {}
    for one in kept:
        assert one.start is not None
        assert one.end is not None
        own = clock.taken(one.start, one.end)
        ends = own.ends
        for other in kept:
            follows = other.start is not None and one.end <= other.start and _meet(one, other)
            if other is not one and follows and other.start is not None:
                ends = min(ends, clock.floor(other.start))
        lengths[one.code] = max(1, ends - own.begins)
    return lengths


def _meet(one: Session, other: Session) -> bool:
    people = {part.person for part in one.contributions} - {None}
    return place_key(one) == place_key(other) or any(
        part.person in people for part in other.contributions
    )


def standing(start: datetime | None, place: str, clock: Clock) -> Placement | None:
    return Placement(place, clock.floor(start)) if start is not None and place else None
