"""Registrations per second: form opened and sent over HTTP, eight people at a time, SQLite."""

from __future__ import annotations

import os
import tempfile
import threading
import time
from pathlib import Path

from bench.ground import free_port
from tests.server.test_race import Outcome, race, run, served

PEOPLE, SEATS = 200, 100


def measure() -> None:
    with tempfile.TemporaryDirectory() as name:
        environment = os.environ | {
            "ROST_VAR": name,
            "DATABASE_URL": f"sqlite:///{Path(name) / 'race.sqlite3'}",
        }
        run(environment, "manage.py", "prepare")
        sessions = run(environment, "-m", "tests.server.race_stage", str(PEOPLE), str(SEATS))
        outcome, port = Outcome(), free_port()
        with served(environment, port):
            began = time.perf_counter()
            race(port, sessions.split(), outcome, threading.Event())
            took = time.perf_counter() - began
    print(
        f"registrations: {PEOPLE / took:.0f}/s, each a form opened and a form sent, "
        f"8 people at a time, {len(outcome.answered)} of {PEOPLE} acknowledged"
    )
