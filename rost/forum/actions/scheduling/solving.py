"""Asking for a programme to be solved, and doing it as long work in the background."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext, gettext_noop, override

from rost.core.scheduling import Limits, codec, verify
from rost.directory.models import Person
from rost.documents.actions.batches import begin_again, open_batch
from rost.documents.models import Batch, BatchState
from rost.documents.queries.works import Progress, Result, Stopped
from rost.forum.actions.locking import lock_edition
from rost.forum.adapters.solver import Better, Died, Solver
from rost.forum.messages.scheduling import Names, unplaceable_text
from rost.forum.models import Edition, Solving, SolvingKind
from rost.forum.queries.scheduling.asked import Asked
from rost.forum.queries.scheduling.problem import asked_of
from rost.forum.queries.scheduling.solvings import under_way
from rost.forum.queries.versions import approved_programme
from rost.forum.rules.scheduling import MEMORY, SEED

from .refusals import (
    NoDays,
    NothingToPlace,
    NotPublished,
    PlanBroken,
    SolverDied,
    SolverOutOfMemory,
    SomeUnplaceable,
    UnderWay,
)

WORK = "forum.solving"
EFFORT = 0.8  # of the seconds, in the solver's own deterministic measure: it ends before the clock
TITLES = {
    SolvingKind.ANEW: gettext_noop("Programme of the forum, solved anew"),
    SolvingKind.REPLAN: gettext_noop("Programme of the forum, as few moves as possible"),
}


@transaction.atomic
def begin_solving(
    *,
    edition: Edition,
    kind: str,
    seconds: int,
    by: Person | None,
    language: str,
    now: datetime,
    seed: int = SEED,
) -> Solving:
    """The draft as it is now becomes a problem; the work begins in its own queue."""
    edition = lock_edition(edition)
    if under_way(edition) is not None:
        raise UnderWay
    base = approved_programme(edition) if kind == SolvingKind.REPLAN else None
    if kind == SolvingKind.REPLAN and base is None:
        raise NotPublished
    asked = asked_of(edition, now=now, base=base)
    _refuse(asked)
    limits = Limits(seconds=float(seconds), seed=seed, workers=1, work=seconds * EFFORT)
    solving = Solving.objects.create(
        edition=edition,
        kind=kind,
        problem=codec.dump_problem(asked.problem),
        digest=codec.digest(asked.problem),
        frame=asked.clock.dump() | {"hint": codec.dump_plan(asked.hint)},
        draft=asked.draft,
        limits=codec.dump_limits(limits),
        versions=versions(),
        asked_by=by,
        asked_at=now,
    )
    return _queued(solving, by=by, language=language, now=now)


@transaction.atomic
def repeat_solving(*, solving: Solving, by: Person | None, language: str, now: datetime) -> Solving:
    """The same input, seed and limits once more, so that anybody sees the same come out."""
    edition = lock_edition(solving.edition_id)
    if under_way(edition) is not None:
        raise UnderWay
    again = Solving.objects.create(
        edition=edition,
        kind=solving.kind,
        problem=solving.problem,
        digest=solving.digest,
        frame=solving.frame,
        draft=solving.draft,
        limits=solving.limits,
        versions=versions(),
        repeats=solving,
        asked_by=by,
        asked_at=now,
    )
    return _queued(again, by=by, language=language, now=now)


def versions() -> dict[str, str]:
    """What computed it: another release of the solver may find another programme."""
    try:
        solver = version("ortools")
    except PackageNotFoundError:
        solver = ""
    return {
        "rost": str(settings.VERSION),
        "ortools": solver,
        "python": ".".join(str(one) for one in sys.version_info[:3]),
    }


def _refuse(asked: Asked) -> None:
    if not asked.problem.stretches:
        raise NoDays
    if asked.unplaceable:
        names = Names.of(asked.programme, asked.clock)
        raise SomeUnplaceable([unplaceable_text(one, names) for one in asked.unplaceable])
    if not asked.problem.items:
        raise NothingToPlace


def _queued(solving: Solving, *, by: Person | None, language: str, now: datetime) -> Solving:
    with override(language):
        title = gettext(TITLES[SolvingKind(solving.kind)])
    solving.batch = open_batch(
        work=WORK,
        space=solving.edition.space,
        language=language,
        title=title,
        wanted={"solving": solving.pk},
        by=by,
        now=now,
    )
    solving.save(update_fields=["batch"])
    return solving


def run_solving(batch: Batch, progress: Progress, now: datetime) -> Result:
    """In a process of its own. Begun again after its worker died, it goes on from the best plan."""
    solving = Solving.objects.get(pk=batch.wanted["solving"])
    if solving.finished_at is not None and solving.status:
        return Result(rows=0)
    run = Run(solving, progress, now)
    with Solver(
        problem=solving.problem,
        limits=solving.limits,
        hint=solving.plan or solving.frame.get("hint", {}),
        memory=MEMORY,
    ) as solver:
        try:
            for said in solver:
                run.hear(said, solver)
        except Died as died:
            run.save_end(solver)
            raise (SolverOutOfMemory if died.memory else SolverDied) from died
        run.save_end(solver)
    return Result(rows=0)


class Run:
    """One attempt: writes down what the solver says as it says it."""

    def __init__(self, solving: Solving, progress: Progress, now: datetime) -> None:
        self.solving, self.progress, self.now = solving, progress, now
        self.total = max(1, int(solving.limits["seconds"]))

    def hear(self, said: Better | None, solver: Solver) -> None:
        try:
            self.progress(min(int(solver.seconds), self.total - 1), self.total)
        except Stopped:
            solver.stop()
        if said is not None:
            getattr(self, f"_{said.kind}")(said.what)

    def _better(self, what: dict[str, Any]) -> None:
        row = self.solving
        row.plan, row.objective, row.bound = what["plan"], what["objective"], what["bound"]
        row.history = [*row.history, [what["seconds"], what["objective"], what["bound"]]]
        row.save(update_fields=["plan", "objective", "bound", "history"])

    def _solution(self, what: dict[str, Any]) -> None:
        row = self.solving
        if what["plan"]:
            if verify(codec.load_problem(row.problem), codec.load_plan(what["plan"])):
                row.plan = {}
                row.save(update_fields=["plan"])
                raise PlanBroken
            row.plan = what["plan"]
        for name in ("status", "objective", "bound", "seconds", "moved", "moved_bound"):
            setattr(row, name, what[name])
        row.save()

    def _contradiction(self, what: list[dict[str, Any]]) -> None:
        self.solving.contradiction = what
        self.solving.save(update_fields=["contradiction"])

    def save_end(self, solver: Solver) -> None:
        row = self.solving
        if not row.status:
            row.status = "feasible" if row.plan else "unknown"
        row.seconds = row.seconds if row.seconds is not None else solver.seconds
        row.finished_at = self.now + timedelta(seconds=solver.seconds)
        row.save(update_fields=["status", "seconds", "finished_at"])


@transaction.atomic
def go_on(*, solving: Solving, now: datetime) -> Solving:
    """After it was cut off: the same work from the best programme it had found."""
    row = Solving.objects.select_for_update(of=("self",)).get(pk=solving.pk)
    row.status, row.finished_at, row.seconds = "", None, None
    row.save(update_fields=["status", "finished_at", "seconds"])
    if row.batch is not None and row.batch.state == BatchState.FAILED:
        begin_again(batch=row.batch, now=now)
    return row
