"""The solver's process: a problem comes in as one line, better plans go out, one a line.

Knows nothing of Django. Anything more on the input – a line, or its end when the parent dies –
means stop. What it says: {"better": …} any number of times, then {"solution": …}, and with an
impossible problem {"contradiction": […]}; or {"failed": "memory"}.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import threading
from typing import Any

from rost.core.scheduling import Limits, Plan, Problem, Status, codec, solve
from rost.core.scheduling.explain import explain

EXPLAINING = 20.0  # seconds


def main() -> None:
    asked = json.loads(sys.stdin.readline())
    resource.setrlimit(resource.RLIMIT_AS, (asked["memory"], asked["memory"]))
    stopping = threading.Event()
    try:
        _begin_to_listen(stopping)
        problem, limits = codec.load_problem(asked["problem"]), codec.load_limits(asked["limits"])
        _work(problem, limits, asked["hint"], stopping)
    except MemoryError:
        _say({"failed": "memory"})
    sys.stdout.flush()
    os._exit(0)


def _work(problem: Problem, limits: Limits, hint: Any, stopping: threading.Event) -> None:
    def better(plan: Plan, objective: int, bound: int | None, seconds: float) -> None:
        found = {
            "plan": codec.dump_plan(plan),
            "objective": objective,
            "bound": bound,
            "seconds": seconds,
        }
        _say({"better": found})

    known = codec.load_plan(hint)
    solution = solve(problem, limits, hint=known or None, on_better=better, stop=stopping.is_set)
    _say(
        {
            "solution": {
                "status": str(solution.status),
                "plan": codec.dump_plan(solution.plan),
                "objective": solution.objective,
                "bound": solution.bound,
                "seconds": solution.seconds,
                "moved": solution.moved,
                "moved_bound": solution.moved_bound,
            }
        }
    )
    if solution.status is Status.IMPOSSIBLE and not stopping.is_set():
        again = Limits(EXPLAINING, limits.seed, limits.workers)
        found = explain(problem, again, stop=stopping.is_set)
        _say(
            {
                "contradiction": [
                    {
                        "demand": str(one.demand),
                        "items": list(one.items),
                        "person": one.person,
                        "place": one.place,
                        "minimal": one.minimal,
                        "smallest": one.smallest,
                        "needed": one.needed,
                        "given": one.given,
                    }
                    for one in found
                ]
            }
        )


def _say(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _begin_to_listen(stopping: threading.Event) -> None:
    try:
        threading.Thread(target=_listen, args=(stopping,), daemon=True).start()
    except RuntimeError as error:  # no room for its stack
        raise MemoryError from error


def _listen(stopping: threading.Event) -> None:
    sys.stdin.readline()
    stopping.set()


if __name__ == "__main__":
    main()
