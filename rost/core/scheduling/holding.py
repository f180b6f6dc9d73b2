"""Whether claims can hold together, as a model for CP-SAT; nothing is weighed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .claims import Claim, conceivable, overlap
from .model import Demand, Item, Problem, Span
from .verify import joined

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, Domain, IntervalVar, IntVar, LiteralT


@dataclass(slots=True)
class _Choice:
    """An item's variables: when it begins, its stretch and place, whether it is placed at all."""

    item: Item
    begins: IntVar
    placed: IntVar
    cells: dict[tuple[int, int], IntVar]  # (place, stretch)
    at: dict[int, IntVar] = field(default_factory=dict)  # place
    during: dict[int, IntVar] = field(default_factory=dict)  # stretch
    trips: dict[tuple[int, int], IntVar] = field(default_factory=dict)  # (place, trip)

    @property
    def own_ticks_only(self) -> list[LiteralT]:
        """All true: it is placed, and on no trip."""
        return [self.placed, *(trip.negated() for trip in self.trips.values())]


class Holding:
    """Claims as one model, every one behind its own switch.

    Sums of ticks per place and stretch (and per person) follow from «one at a time»; they are said
    again because a sum shows at once that there is too little room.
    """

    def __init__(self, problem: Problem, held: Iterable[Claim], items: Iterable[Item]) -> None:
        from ortools.sat.python import cp_model

        self.problem = problem
        self.claims = tuple(held)
        self.model: CpModel = cp_model.CpModel()
        self._domain = cp_model.Domain
        self.switches = {claim.number: self.model.new_bool_var("") for claim in self.claims}
        self.choices = {item.key: self._choice(item) for item in items}
        for claim in self.claims:
            self._tell(claim, self.switches[claim.number])
        self._tell_room()

    def _choice(self, item: Item) -> _Choice:
        model, problem = self.model, self.problem
        fits = [
            number
            for number, stretch in enumerate(problem.stretches)
            if stretch.ends - stretch.begins >= item.ticks
        ]
        spans = [problem.stretches[number] for number in fits]
        domain = self._domain.from_intervals([[s.begins, s.ends - item.ticks] for s in spans])
        places = conceivable(problem, item)
        choice = _Choice(
            item,
            model.new_int_var_from_domain(domain, ""),
            model.new_bool_var(""),
            {(place, at): model.new_bool_var("") for place in places for at in fits},
        )
        model.add_exactly_one([*choice.cells.values(), choice.placed.negated()])
        for place in places:
            choice.at[place] = self._any([choice.cells[place, s] for s in fits])
        for number, span in zip(fits, spans, strict=True):
            here = self._any([choice.cells[place, number] for place in places])
            choice.during[number] = here
            within = self._domain(span.begins, span.ends - item.ticks)
            model.add_linear_expression_in_domain(choice.begins, within).only_enforce_if(here)
        self._travel(choice)
        return choice

    def _any(self, literals: Sequence[IntVar]) -> IntVar:
        """True when one of them is; no two ever are."""
        if len(literals) == 1:
            return literals[0]
        whole = self.model.new_bool_var("")
        self.model.add(sum(literals) == whole)
        return whole

    def _travel(self, choice: _Choice) -> None:
        """Which trip of a bus an item is part of, if it is."""
        model = self.model
        for number, place in enumerate(self.problem.places):
            if not place.away or number not in choice.at:
                continue
            trips = joined(place.open)
            outside = model.new_bool_var("")
            parts = [outside]
            for trip, span in enumerate(trips):
                part = model.new_bool_var("")
                parts.append(part)
                choice.trips[number, trip] = part
                self._begin_in(choice, self._starts([span], choice.item), [part])
            model.add(sum(parts) == choice.at[number])
            others = self._starts(trips, choice.item).complement()
            self._begin_in(choice, others, [outside])

    def _starts(self, spans: Iterable[Span], item: Item) -> Domain:
        rows = [[s.begins, s.ends - item.ticks] for s in spans if s.ends - s.begins >= item.ticks]
        return self._domain.from_intervals(rows)

    def _begin_in(self, choice: _Choice, domain: Domain, when: list[LiteralT]) -> None:
        if domain.is_empty():
            self.model.add_bool_or([one.negated() for one in when])
        else:
            row = self.model.add_linear_expression_in_domain(choice.begins, domain)
            row.only_enforce_if(when)

    def _tell(self, claim: Claim, holds: IntVar) -> None:
        place = self._place(claim.place)
        here = [choice for choice in self.choices.values() if place in choice.at]
        if claim.demand is Demand.PLACE_ONCE:
            self._one_at_a_time([self._interval(one, one.at[place]) for one in here], holds)
        elif claim.demand is Demand.OPEN:
            for choice in here:
                starts = self._starts(joined(self.problem.places[place].open), choice.item)
                self._begin_in(choice, starts, [holds, choice.at[place]])
        elif claim.demand is Demand.ONE_TRACK:
            self._one_track(place, holds)
        elif claim.demand is Demand.PERSON_ONCE:
            own = [self.choices[key] for key in claim.items if key in self.choices]
            self._person_once(own, holds)
        elif claim.demand is Demand.FREE:
            self._free(claim, holds)
        elif claim.demand is Demand.SEQUENCE:
            self._sequence(claim, holds)
        else:
            for key in claim.items:
                if key in self.choices:
                    self._of_item(claim, self.choices[key], holds)

    def _place(self, key: str) -> int:
        for number, place in enumerate(self.problem.places):
            if place.key == key:
                return number
        return -1

    def _interval(self, choice: _Choice, present: IntVar) -> IntervalVar:
        return self.model.new_optional_fixed_size_interval_var(
            choice.begins, choice.item.ticks, present, ""
        )

    def _one_at_a_time(self, intervals: list[IntervalVar], holds: IntVar) -> None:
        self.model.add_no_overlap(intervals).only_enforce_if(holds)

    def _one_track(self, place: int, holds: IntVar) -> None:
        for stretch in range(len(self.problem.stretches)):
            used: dict[str, IntVar] = {}
            for choice in self.choices.values():
                cell = choice.cells.get((place, stretch))
                if choice.item.track and cell is not None:
                    if choice.item.track not in used:
                        used[choice.item.track] = self.model.new_bool_var("")
                    self.model.add_implication(cell, used[choice.item.track])
            self.model.add(sum(used.values()) <= 1).only_enforce_if(holds)

    def _person_once(self, own: list[_Choice], holds: IntVar) -> None:
        self._one_at_a_time([self._interval(choice, choice.placed) for choice in own], holds)
        for one in own:
            for (place, trip), part in one.trips.items():
                span = joined(self.problem.places[place].open)[trip]
                for other in own:
                    if other is not one:
                        self._not_during(span, place, other, [holds, part])

    def _not_during(self, span: Span, place: int, other: _Choice, when: list[LiteralT]) -> None:
        """Whoever is on a trip is in nothing else, but for what belongs to the same place."""
        elsewhere = [other.at[place].negated()] if place in other.at else []
        clash = self._domain(span.begins - other.item.ticks + 1, span.ends - 1)
        self._begin_in(other, clash.complement(), [*when, *elsewhere, other.placed])
        for (place_too, trip), part in other.trips.items():
            too = joined(self.problem.places[place_too].open)[trip]
            if place_too != place and overlap(span, too):
                self.model.add_bool_or([one.negated() for one in [*when, part]])

    def _free(self, claim: Claim, holds: IntVar) -> None:
        free = joined(s for p in self.problem.people if p.key == claim.person for s in p.free)
        for choice in [self.choices[key] for key in claim.items if key in self.choices]:
            starts = self._starts(free, choice.item)
            self._begin_in(choice, starts, [holds, *choice.own_ticks_only])
            for (place, trip), part in choice.trips.items():
                span = joined(self.problem.places[place].open)[trip]
                if not any(s.begins <= span.begins and span.ends <= s.ends for s in free):
                    self.model.add_bool_or([holds.negated(), part.negated()])

    def _sequence(self, claim: Claim, holds: IntVar) -> None:
        row = self.problem.sequences[claim.at]
        if not {row.first, row.then} <= self.choices.keys():
            return
        first, then = self.choices[row.first], self.choices[row.then]
        when = [holds, first.placed, then.placed]
        gap = then.begins - first.begins - first.item.ticks
        self.model.add(gap >= row.at_least).only_enforce_if(when)
        if row.at_most is not None:
            self.model.add(gap <= row.at_most).only_enforce_if(when)

    def _of_item(self, claim: Claim, choice: _Choice, holds: IntVar) -> None:
        item, when = choice.item, [holds, choice.placed]
        if claim.demand is Demand.WINDOW:
            self._begin_in(choice, self._starts(joined(item.windows), item), list(when))
        elif claim.demand is Demand.ALLOWED:
            numbers = [self._place(key) for key in item.places]
            allowed = [choice.at[number] for number in numbers if number >= 0]
            self.model.add_bool_or([*allowed, *(one.negated() for one in when)])
        elif item.fixed is not None:
            place = self._place(item.fixed.place)
            here = [choice.at[place]] if place >= 0 else []
            self.model.add_bool_or([*here, *(one.negated() for one in when)])
            begins = item.fixed.begins
            self._begin_in(choice, self._domain(begins, begins), list(when))

    def _tell_room(self) -> None:
        switch = {(one.demand, one.place): self.switches[one.number] for one in self.claims}
        for number, place in enumerate(self.problem.places):
            once = switch.get((Demand.PLACE_ONCE, place.key))
            opened = switch.get((Demand.OPEN, place.key))
            for at, one in enumerate(self.problem.stretches) if once is not None else ():
                stretch = Span(one.begins, one.ends)
                parts = [
                    choice.item.ticks * choice.cells[number, at]
                    for choice in self.choices.values()
                    if (number, at) in choice.cells
                ]
                room = stretch.ends - stretch.begins
                self.model.add(sum(parts) <= room).only_enforce_if(once)
                if opened is not None:
                    room = sum(overlap(stretch, span) for span in joined(place.open))
                    self.model.add(sum(parts) <= room).only_enforce_if([once, opened])
