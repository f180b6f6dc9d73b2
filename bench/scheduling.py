"""Public instances of conference scheduling, solved by the same core as the product.

    .venv/bin/python bench/scheduling.py --seconds 60 --out DIR FILE.xlsx …

For each file a line with objective, proven bound, status, seconds (reading included) and the
largest memory of the process; then every kind of violation in the words of the library's
checker; DIR/NAMESolution.xlsx is for that checker.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.cosplib.easing import cut, cuts, eased
from bench.cosplib.reading import KINDS, Conference, read
from bench.cosplib.writing import shown, write
from rost.core.scheduling import Limits, Solution, Tally, measure, solve, verify

_FIRST = 0.7  # the share of the time after which a workbook without any plan is eased


def main() -> int:
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for path in options.files:
        try:
            failed += not _one(path, options)
        except Exception as error:  # one workbook must not stop the others
            print(f"{path.stem} error={type(error).__name__}: {error}", flush=True)
            failed += 1
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60, help="for each file, reading included")
    parser.add_argument("--out", type=Path, default=Path("."), help="folder for the solutions")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("files", type=Path, nargs="+")
    return parser.parse_args()


def _one(path: Path, options: argparse.Namespace) -> bool:
    began = time.monotonic()
    strict = read(path)
    conference = cut(strict)
    problem = conference.problem
    left = options.seconds - (time.monotonic() - began) - min(1.5, options.seconds / 10)
    solution = _solved(conference, Limits(max(0.5, left), options.seed, options.workers))
    tallies = measure(problem, solution.plan)
    ticks = {item.key: item.ticks for item in problem.items}
    broken = cuts(strict, solution.plan, ticks)
    faults = verify(problem, solution.plan)
    write(options.out / f"{path.stem}Solution.xlsx", conference, solution.plan, tallies, broken)
    _say(path.stem, conference, solution, tallies, broken, time.monotonic() - began)
    for fault in faults:
        print(f"  broken: {fault}", flush=True)
    return bool(solution.plan) and not faults and not broken


def _solved(conference: Conference, limits: Limits) -> Solution:
    """A strict plan; if there is none, or none is found in time, as much as has room."""
    began = time.monotonic()
    found: list[float] = []

    def late() -> bool:
        return not found and time.monotonic() - began > limits.seconds * _FIRST

    def better(plan: object, objective: int, bound: int | None, seconds: float) -> None:
        found.append(seconds)

    problem = conference.problem
    solution = solve(problem, limits, on_better=better, stop=late)
    if solution.plan or not problem.items:
        return solution
    left = max(2.0, limits.seconds - (time.monotonic() - began))
    plan = eased(problem, replace(limits, seconds=left), solve)
    value = sum(tally.cost for tally in measure(problem, plan))
    return replace(solution, plan=plan, objective=value)


def _say(
    name: str,
    conference: Conference,
    solution: Solution,
    tallies: tuple[Tally, ...],
    broken: int,
    seconds: float,
) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    bound = "None" if solution.bound is None else shown(solution.bound, conference)
    objective = shown((solution.objective or 0) + broken * conference.scale, conference)
    print(
        f"{name} objective={objective} bound={bound} "
        f"status={solution.status} seconds={seconds:.1f} memory_mb={memory}"
    )
    found = {tally.measure: tally for tally in tallies}
    for kind, title in KINDS:
        if conference.problem.weights.get(kind):
            print(f"  {title}: {shown(found[kind].cost, conference)}")
    print(f"  Submissions with multiple timeslots in different sessions: {broken}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
