"""The process tree: it answers, stops whole, and dies with its parent."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.ground import ROOT, free_port, wait_for
from rost.portal.actions.demo.personas import PERSONAS
from tests.prepared import prepared

pytestmark = pytest.mark.server


@pytest.fixture
def started(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    port = free_port()
    with prepared(tmp_path / "data", demonstration=True) as environment:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
        )
        wait_for(f"http://127.0.0.1:{port}/health/", seconds=60)
        yield process, f"http://127.0.0.1:{port}"
        process.kill()


def below(pid: int) -> set[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True)
    pairs = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
    found, waiting = set(), {pid}
    while waiting:
        waiting = {child for child, parent in pairs if parent in waiting}
        found |= waiting
    return found


def gone(pids: set[int], *, seconds: float = 15) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not any(Path(f"/proc/{pid}/status").exists() and alive(pid) for pid in pids):
            return True
        time.sleep(0.1)
    return False


def alive(pid: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def test_ctrl_c_stops_everything_and_a_second_start_finds_what_was_there(
    started: tuple[subprocess.Popen[bytes], str],
) -> None:
    process, address = started
    children = below(process.pid)
    assert "Муниципалитеты" in urllib.request.urlopen(f"{address}/forum/").read().decode()

    process.send_signal(signal.SIGINT)

    assert process.wait(timeout=15) == 0
    assert gone(children)
    assert process.stdout is not None
    printed = process.stdout.read().decode()
    assert printed.count("/account/key/") == len(PERSONAS)


def test_children_go_when_the_parent_is_killed(
    started: tuple[subprocess.Popen[bytes], str],
) -> None:
    process, _ = started
    children = below(process.pid)
    assert len(children) >= 3

    process.kill()
    process.wait(timeout=5)

    assert gone(children)
