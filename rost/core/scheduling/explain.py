"""Why no plan exists: the smallest set of demands that contradict each other.

A first set comes out of the solver's proof and is thinned by leaving out one demand after another.
Whether it is the smallest is settled by the duality of contradictions and corrections: every set
that contradicts itself meets every set of demands whose leaving makes the rest possible (Ignatiev,
Previti, Liffiton, Marques-Silva: Smallest MUS extraction with minimal hitting set dualization,
CP 2015). docs/algorithms/scheduling-proof.md says the whole of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from .claims import OF_PLACES, claims, conceivable, crowded, usual
from .holding import Holding
from .model import Contradiction, Demand, Limits, Problem
from .telling import told, with_room

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, CpSolver
    from ortools.sat.python.cp_model_helper import CpSolverStatus

Stop = Callable[[], bool]
_Set = frozenset[int]
_POLL = 0.2  # seconds between two questions whether to stop
_PROOF = 1.0  # seconds for a first set out of a proof; without it all claims are the first set
_MANY = 12  # claims: of so many it pays to look for a smaller set elsewhere first
_FEW = 3  # claims: of so few it is soon tried whether one alone is enough
_ITEMS = 2.0  # seconds to find which items a contradiction does not need
_GROWING = 0.5  # seconds for a small correction: any is right, few claims are better; then twice

THINNED = (
    Demand.FREE,
    Demand.PERSON_ONCE,
    Demand.SEQUENCE,
    Demand.WINDOW,
    Demand.FIXED,
    Demand.ALLOWED,
    Demand.ONE_TRACK,
    Demand.OPEN,
    Demand.PLACE_ONCE,
)


def explain(
    problem: Problem, limits: Limits, *, stop: Stop | None = None
) -> tuple[Contradiction, ...]:
    """Empty when a plan is possible, or when nothing was proven within the limits."""
    longest = max((one.ends - one.begins for one in problem.stretches), default=0)
    for item in problem.items:
        if item.ticks > longest or not problem.places:
            alone = Contradiction(Demand.LENGTH, (item.key,), minimal=True, smallest=True)
            return (with_room(alone, item.ticks, longest),)
    return _Search(problem, limits, stop).contradictions()


class _TimeIsUp(Exception):
    """Neither possible nor impossible was proven."""


class _Search:
    def __init__(self, problem: Problem, limits: Limits, stop: Stop | None) -> None:
        self.problem = problem
        self.limits = limits
        self.stop = stop
        self.until = monotonic() + limits.seconds
        self.claims = claims(problem)
        self.all: _Set = frozenset(claim.number for claim in self.claims)
        self.whole = Holding(problem, self.claims, problem.items)
        self.found = self.all
        self.nearest: list[int] = []  # what the model of all claims held in the last plan found
        self.items = {item.key for item in problem.items}

    def contradictions(self) -> tuple[Contradiction, ...]:
        minimal = smallest = False
        try:
            if not self._contradict(self.all):
                return ()
        except _TimeIsUp:
            return ()
        try:
            self._first_set()
            minimal = self._thin()
            self._shrink_to_smallest()
            minimal = smallest = True
            self._leave_items_out()
        except _TimeIsUp:
            pass
        own = [claim for claim in self.claims if claim.number in self.found]
        return told(self.problem, own, self.items, minimal=minimal, smallest=smallest)

    def _contradict(
        self, held: _Set, items: Collection[str] | None = None, seconds: float | None = None
    ) -> bool:
        """Whether these claims cannot all hold (with only these items to be placed)."""
        from ortools.sat.python import cp_model

        own = [claim for claim in self.claims if claim.number in held]
        placed = [i for i in self.problem.items if items is None or i.key in items]
        if crowded(self.problem, own, placed):
            return True
        rows = self.whole
        if items is not None or len(held) * 2 < len(self.all):
            rows = self._rows(held, items)
        model = rows.model.clone()
        model.add_bool_and([rows.switches[number] for number in sorted(held)])
        model.add_bool_and([choice.placed for choice in rows.choices.values()])
        if rows is self.whole:
            model.proto.solution_hint.vars.extend(range(len(self.nearest)))
            model.proto.solution_hint.values.extend(self.nearest)
        left = self.until - monotonic()
        few = left if seconds is None else min(left, seconds)
        status, solver = self._run(model, few, self.limits.workers)
        if rows is self.whole and status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self.nearest = list(solver.response_proto.solution)
        if status == cp_model.UNKNOWN:
            raise _TimeIsUp
        return bool(status == cp_model.INFEASIBLE)

    def _rows(self, held: _Set, items: Collection[str] | None = None) -> Holding:
        """Without items that could stand at a place of which nothing is asked."""
        own = [claim for claim in self.claims if claim.number in held]
        needed = {key for one in own if one.demand not in OF_PLACES for key in one.items}
        asked = {claim.place for claim in own if claim.demand in OF_PLACES}
        for item in self.problem.items:
            places = [self.problem.places[at].key for at in conceivable(self.problem, item)]
            if asked.issuperset(places):
                needed.add(item.key)
        if items is not None:
            needed &= set(items)
        return Holding(self.problem, own, [i for i in self.problem.items if i.key in needed])

    def _first_set(self) -> None:
        """What the solver's own proof rests upon, or what is usually to blame."""
        from ortools.sat.python import cp_model

        rows = self.whole
        model = rows.model.clone()
        model.add_bool_and([choice.placed for choice in rows.choices.values()])
        model.add_assumptions([rows.switches[number] for number in sorted(self.all)])
        status, solver = self._run(model, min(_PROOF, self.until - monotonic()))
        if status == cp_model.INFEASIBLE:
            number_of = {rows.switches[number].index: number for number in self.all}
            proof = solver.sufficient_assumptions_for_infeasibility()
            if proof:
                self.found = frozenset(number_of[index] for index in proof)
        if len(self.found) > _MANY:
            for some in usual(self.problem, self.claims):
                if self._decide(some, _PROOF):
                    self.found = some
                    return

    def _decide(self, held: _Set, seconds: float) -> bool | None:
        """Whether these contradict, None when it was not seen in these seconds."""
        try:
            return self._contradict(held, seconds=seconds)
        except _TimeIsUp:
            if self.until - monotonic() <= 0 or (self.stop is not None and self.stop()):
                raise
            return None

    def _thin(self) -> bool:
        """Leave out whole kinds, then halves, quarters … for as long as it still contradicts.

        True when at last each by itself was seen to be needed.
        """
        for demand in THINNED:
            self._without({c.number for c in self.claims if c.demand is demand} & self.found)
        size = len(self.found) // 2
        seen = len(self.found) == 1
        while size:
            row = sorted(self.found, reverse=True)
            parts = [set(row[at : at + size]) for at in range(0, len(row), size)]
            results = [self._without(part) for part in parts]
            seen = None not in results
            size = min(size // 2, len(self.found) // 2) if size > 1 else 0
        return seen

    def _without(self, some: Collection[int]) -> bool | None:
        rest = self.found - frozenset(some)
        if rest == self.found:
            return False
        contradict = self._decide(rest, max(_PROOF, self.limits.seconds / 10))
        if contradict:
            self.found = rest
        return contradict

    def _shrink_to_smallest(self) -> None:
        """Every contradiction meets every correction; the fewest that meet all bound its size."""
        if len(self.found) <= _FEW:
            alone = [one for one in sorted(self.all) if self._contradict(frozenset({one}))]
            self.found = frozenset(alone[:1]) or self.found
            if alone or len(self.found) == 2:
                return
        corrections = [
            frozenset({one}) for one in sorted(self.found) if not self._contradict(self.all - {one})
        ]
        while len(few := self._meeting(corrections)) < len(self.found):
            if self._contradict(few):
                self.found = few
            else:
                corrections.append(self._correction(few))

    def _meeting(self, corrections: list[_Set]) -> _Set:
        """The fewest claims that meet every correction known so far."""
        from ortools.sat.python import cp_model

        model = cp_model.CpModel()
        known: _Set = frozenset().union(*corrections)
        taken = {number: model.new_bool_var("") for number in sorted(known)}
        for correction in corrections:
            model.add_bool_or([taken[number] for number in sorted(correction)])
        model.minimize(sum(taken.values()))
        status, solver = self._run(model, self.until - monotonic())
        if status != cp_model.OPTIMAL:
            raise _TimeIsUp
        return frozenset(number for number, one in taken.items() if solver.boolean_value(one))

    def _correction(self, held: _Set) -> _Set:
        """Claims that a plan breaks which keeps all these and as many more as it can."""
        from ortools.sat.python import cp_model

        switches = self.whole.switches
        model = self.whole.model.clone()
        model.add_bool_and([choice.placed for choice in self.whole.choices.values()])
        model.add_bool_and([switches[number] for number in sorted(held)])
        model.add(sum(switches.values()) < len(switches))
        model.maximize(sum(switches.values()))
        seconds, status = _GROWING, cp_model.UNKNOWN
        while status == cp_model.UNKNOWN:
            left = self.until - monotonic()
            status, solver = self._run(model, min(seconds, left), self.limits.workers)
            seconds *= 2
        return frozenset(
            number for number in self.all if not solver.boolean_value(switches[number])
        )

    def _leave_items_out(self) -> None:
        """Items that need not be placed for the claims found to contradict each other."""
        self.until = min(self.until, monotonic() + _ITEMS)
        own = [claim for claim in self.claims if claim.number in self.found]
        self.items = {key for claim in own for key in claim.items}
        size = len(self.items)
        while size:
            row = sorted(self.items, reverse=True)
            for at in range(0, len(row), size):
                rest = self.items - set(row[at : at + size])
                if self._contradict(self.found, rest):
                    self.items = rest
            size //= 2

    def _run(
        self, model: CpModel, seconds: float, workers: int = 1
    ) -> tuple[CpSolverStatus, CpSolver]:
        """`stop` is asked in the caller's own thread: it may look into a database."""
        from ortools.sat.python import cp_model

        if seconds <= 0 or (self.stop is not None and self.stop()):
            raise _TimeIsUp
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.random_seed = self.limits.seed
        solver.parameters.num_workers = workers
        status: list[CpSolverStatus] = []
        working = Thread(target=lambda: status.append(solver.solve(model)), daemon=True)
        working.start()
        while working.is_alive():
            working.join(_POLL)
            if self.stop is not None and self.stop():
                solver.stop_search()
        return status[0], solver
