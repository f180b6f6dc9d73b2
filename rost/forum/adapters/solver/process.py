"""The parent's side: starts the solver, hears what it finds, stops it."""

from __future__ import annotations

import json
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[4]  # where `python -m rost…` is found
PULSE = 0.5  # seconds
PATIENCE = 15.0  # seconds between asking to stop and ending it


class Died(Exception):
    """The solver's process ended without an answer; `memory` if that is why."""

    def __init__(self, code: int | None, *, memory: bool = False) -> None:
        super().__init__(f"the solver ended with {code}")
        self.code, self.memory = code, memory


@dataclass(frozen=True, slots=True)
class Better:
    """Something the solver said: its kind («better», «solution», «contradiction») and what."""

    kind: str
    what: Any


class Solver:
    """One computation. Iterating gives what the solver says, and None twice a second meanwhile."""

    def __init__(
        self, *, problem: Any, limits: Any, hint: Any, memory: int, module: str | None = None
    ) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own module, nothing from outside
            [sys.executable, "-m", module or f"{__package__}.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=ROOT,
        )
        self.began = time.monotonic()
        self.said: queue.Queue[str | None] = queue.Queue()
        self.asked_to_stop = False
        asked = {"problem": problem, "limits": limits, "hint": hint, "memory": memory}
        threading.Thread(target=self._listen, daemon=True).start()
        self._write(json.dumps(asked, ensure_ascii=False))

    def __enter__(self) -> Solver:
        return self

    def __exit__(self, *_why: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue

    def __iter__(self) -> Iterator[Better | None]:
        silent = 0.0
        while True:
            try:
                line = self.said.get(timeout=PULSE)
            except queue.Empty:
                silent += PULSE
                if self.asked_to_stop and silent > PATIENCE:
                    raise Died(None) from None
                yield None
                continue
            silent = 0.0
            if line is None:
                code = self.process.wait()
                if code:
                    # The libraries in C++ end themselves so when they get no more memory.
                    raise Died(code, memory=code == -signal.SIGABRT)
                return
            (kind, what), *_rest = json.loads(line).items()
            if kind == "failed":
                raise Died(0, memory=True)
            yield Better(kind, what)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    def stop(self) -> None:
        """Ask for the best found so far."""
        if not self.asked_to_stop:
            self.asked_to_stop = True
            self._write("stop")

    def _write(self, line: str) -> None:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            return  # it has died: whoever listens will see

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.put(line)
        self.said.put(None)
