"""A worker killed in the middle of a batch: the next one takes it over, no paper is made twice."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from typing import Any

import pytest

from bench.ground import ROOT
from tests.server.batch_stage import PAPERS
from tests.server.test_race import environment, kill_whole, run

__all__ = ["environment"]

pytestmark = pytest.mark.server
STAGE = ("-m", "tests.server.batch_stage")
PATIENCE = 60  # seconds


@contextmanager
def worker(environment: dict[str, str]) -> Any:
    process = subprocess.Popen(
        [sys.executable, *STAGE, "work"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        kill_whole(process)


def test_the_next_worker_takes_over(environment: dict[str, str]) -> None:
    run(environment, *STAGE, "ask")

    with worker(environment):
        halfway = told_when(environment, lambda told: told["done"] >= 5)
    with worker(environment):
        ended = told_when(environment, lambda told: told["state"] == "done")

    assert halfway["state"] == "running"
    assert len(halfway["numbers"]) < PAPERS
    assert ended["attempts"] == 2
    assert ended["numbers"] == list(range(1, PAPERS + 1))
    assert ended["issued"] == PAPERS


def told_when(
    environment: dict[str, str], enough: Callable[[dict[str, Any]], bool]
) -> dict[str, Any]:
    """What the database says as soon as it says enough."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        told: dict[str, Any] = json.loads(run(environment, *STAGE, "report"))
        if enough(told):
            return told
    raise AssertionError(told)
