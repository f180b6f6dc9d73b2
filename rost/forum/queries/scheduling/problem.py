"""The draft of a programme as a problem to be solved; reasons in docs/decisions/solving.md.

What has begun makes no demands any more: it stands aside and takes its hall and its people. So do
sessions that the organiser put outside the pieces of the days, trips that run through breaks, and
– where the programme is made anew – plenary sessions that have their time: the opening opens.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from rost.core.programme.model import Form, Programme, Session, State
from rost.core.scheduling import (
    Item,
    Place,
    Placement,
    Problem,
    Span,
    Track,
)
from rost.forum.models import Edition
from rost.forum.rules.scheduling import TICK, weights_with
from rost.forum.rules.spans import Spans, joined, without

from .asked import Asked, place_key
from .clock import Clock, clock_of
from .ground import Ground, ground_of
from .people import people_of
from .pieces import everybodys_break, pieces_of, plenary, whole_of
from .placing import Items
from .wanting import apart_of, costs_of


def asked_of(edition: Edition, *, now: datetime, base: Programme | None = None) -> Asked:
    return Builder(ground_of(edition, now=now, base=base)).asked()


class Builder:
    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.programme = ground.programme
        live = [
            one
            for one in self.programme.sessions
            if one.state is not State.CANCELLED and one.form is not Form.BREAK
        ]
        self.stood = {one.code: one for one in ground.base.sessions} if ground.base else {}
        self.begun = {one.code: was for one in live if (was := self._begun(one)) is not None}
        anew = ground.base is None
        ahead = [one for one in live if one.code not in self.begun]
        self.plenaries = [one for one in ahead if anew and plenary(one)]
        self.live = [one for one in ahead if one not in self.plenaries]
        self.clock = self._clock()
        self.stretches = pieces_of(self.programme, self.clock, self.plenaries)

    def asked(self) -> Asked:
        items = Items(self.ground, self.clock, self.stretches, self.live)
        aside = [*self.begun.values(), *self.plenaries, *items.aside]
        busy = self._busy(aside)
        whole = whole_of(self.stretches)
        placed = [one for one in self.live if one.code in items.by_code]
        sequences, found = items.in_order({one.code: one for one in aside})
        problem = Problem(
            stretches=self.stretches,
            places=self._places(found, aside),
            items=tuple(found),
            tracks=tuple(Track(one.slug) for one in self.programme.tracks),
            people=people_of(self.ground, self.clock, placed, busy, whole),
            sequences=sequences,
            apart=apart_of(self.ground, items.by_code),
            item_costs=costs_of(self.ground, self.clock, self.stretches, items, aside),
            similar={(one.first.slug, one.second.slug): one.cost for one in self.ground.similar},
            weights=weights_with(self.ground.rules.weights),
            before=self._before(items.by_code),
        )
        return Asked(
            problem=problem,
            clock=self.clock,
            programme=self.programme,
            unplaceable=tuple(items.unplaceable),
            aside=tuple(one.code for one in aside),
            hint=self._standing(items.by_code, {one.code: one for one in self.live}),
        )

    def _begun(self, one: Session) -> Session | None:
        """As it stands for everybody who is in it now."""
        was = self.stood.get(one.code, one)
        if was.start is None or was.start > self.ground.now or not place_key(was):
            return None
        return was

    def _clock(self) -> Clock:
        rules = self.ground.rules
        kept = [
            one
            for one in self.live
            if (needs := self.ground.needs.get(one.code)) is not None and needs.stays
        ]
        kept += [one for code, one in self.stood.items() if code not in self.begun]
        return clock_of(
            self.programme,
            minutes=rules.tick_minutes or TICK,
            change=rules.change_minutes,
            kept=kept,
        )

    def _busy(self, aside: Iterable[Session]) -> dict[int, Spans]:
        """When people are taken by what stands aside; on a route, from its bus to its bus."""
        routes = {one.slug: one for one in self.programme.routes}
        taken: defaultdict[int, list[Span]] = defaultdict(list)
        for one in aside:
            assert one.start is not None
            assert one.end is not None
            start, end = one.start, one.end
            if route := routes.get(one.route):
                start, end = min(start, route.departs), max(end, route.returns)
            for part in one.contributions:
                if part.person is not None:
                    taken[part.person].append(self.clock.taken(start, end))
        return {person: joined(spans) for person, spans in taken.items()}

    def _places(self, items: Iterable[Item], aside: Iterable[Session]) -> tuple[Place, ...]:
        whole, clock = whole_of(self.stretches), self.clock
        taken: defaultdict[str, list[Span]] = defaultdict(list)
        for one in (*aside, *filter(_own_break, self.programme.sessions)):
            if one.start is not None and one.end is not None:
                taken[place_key(one)].append(clock.taken(one.start, one.end))
        for closure in self.ground.closures:
            closed = clock.taken(closure.starts_at, closure.ends_at)
            taken[f"hall:{closure.hall.slug}"].append(Span(closed.begins, closed.ends - clock.pad))
        places = []
        for hall in self.programme.halls:
            key = f"hall:{hall.slug}"
            free = without((whole,), taken.get(key, ()))
            if free:
                places.append(Place(key, open=() if free == (whole,) else free))
        wanted = {key for one in items for key in one.places} | {
            one.fixed.place for one in items if one.fixed
        }
        for route in self.programme.routes:
            key = f"route:{route.slug}"
            if key in wanted:
                trip = clock.taken(route.departs, route.returns)
                places.append(Place(key, open=(trip,), away=True))
        return tuple(places)

    def _standing(self, items: Iterable[str], sessions: dict[str, Session]) -> dict[str, Placement]:
        return {
            code: Placement(place_key(one), self.clock.floor(one.start))
            for code in items
            if (one := sessions.get(code)) is not None and one.start is not None and place_key(one)
        }

    def _before(self, items: Iterable[str]) -> dict[str, Placement]:
        accepted = {code: one for code, one in self.stood.items() if one.state is State.ACCEPTED}
        return self._standing(items, accepted)


def _own_break(one: Session) -> bool:
    """A break of one hall, which takes only that."""
    standing = one.form is Form.BREAK and one.state is not State.CANCELLED
    return standing and bool(place_key(one)) and not everybodys_break(one)
