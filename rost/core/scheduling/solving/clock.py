"""How long a computation may go on: seconds, or the solver's own deterministic effort."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from rost.core.scheduling.model import Limits

_POLL = 0.25
_BUILDING = 0.02  # what the making of a model counts for as work


class Clock:
    def __init__(self, limits: Limits, stop: Callable[[], bool] | None) -> None:
        self.limits = limits
        self.began = time.monotonic()
        self.worked = 0.0
        self._stop = stop
        self._stopped = False

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    @property
    def left(self) -> float:
        return self.limits.seconds - self.seconds

    @property
    def work_left(self) -> float:
        return float("inf") if self.limits.work is None else self.limits.work - self.worked

    def stopped(self) -> bool:
        if not self._stopped and self._stop is not None:
            self._stopped = self._stop()
        return self._stopped

    def over(self) -> bool:
        return self.left <= 0 or self.work_left <= 0 or self.stopped()

    def run(
        self,
        model: Any,
        *,
        seconds: float,
        work: float,
        seed: int,
        watch: Any = None,
        **parameters: Any,
    ) -> tuple[Any, Any]:
        """Solve a model within what is left. With a limit of work, seconds only cut off."""
        from ortools.sat.python import cp_model

        solver: Any = cp_model.CpSolver()
        solver.parameters.num_workers = self.limits.workers
        solver.parameters.random_seed = seed % (1 << 30)
        for name, value in parameters.items():
            setattr(solver.parameters, name, value)
        if self.limits.work is None:
            solver.parameters.max_time_in_seconds = max(0.01, min(seconds, self.left))
        else:
            solver.parameters.max_time_in_seconds = max(0.01, self.left)
            solver.parameters.max_deterministic_time = max(1e-3, min(work, self.work_left))
        done = threading.Event()
        poll = threading.Thread(target=self._poll, args=(solver, done), daemon=True)
        if self._stop is not None:
            poll.start()
        try:
            status = solver.solve(model, watch)
        finally:
            done.set()
            if self._stop is not None:
                poll.join()
        self.worked += solver.response_proto.deterministic_time + _BUILDING
        return solver, status

    def _poll(self, solver: Any, done: threading.Event) -> None:
        while not done.wait(_POLL):
            if self.stopped():
                solver.stop_search()
