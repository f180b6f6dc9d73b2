"""A thousand people for a hundred seats, eight at a time, over HTTP, with the server killed midway.

Runs on the database of the suite: a file of SQLite, or a database of its own on the PostgreSQL
that `tests.with_postgres` has started.
"""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest

from bench.ground import ROOT, free_port, wait_for
from tests.prepared import prepared

pytestmark = pytest.mark.server

PEOPLE, SEATS, AT_A_TIME = 1000, 100, 8
KILLED_AFTER = 60  # acknowledged registrations: while seats are still being given
PAGE = "/forum/race/registration/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
CHOICE = re.compile(r'name="category"[^>]* value="(\d+)"|value="(\d+)"[^>]* name="category"')
PATIENCE = 300  # seconds after which the race is given up


@dataclass
class Outcome:
    """What the runners saw: who was answered when, and every status of the server."""

    sent: dict[int, float] = field(default_factory=dict)
    answered: dict[int, float] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    lost: int = 0
    killed: threading.Event = field(default_factory=threading.Event)


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    with prepared(tmp_path / "data", demonstration=False) as environment:
        yield environment


def run(environment: dict[str, str], *command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


@contextmanager
def served(environment: dict[str, str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The real server until the block ends, whatever way it ends."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/health/", seconds=30)
        yield process
    finally:
        kill_whole(process)


def below(pid: int) -> list[int]:
    """The process and all under it."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True)
    pairs = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
    found, fresh = [pid], {pid}
    while fresh:
        fresh = {child for child, parent in pairs if parent in fresh}
        found += fresh
    return found


def kill_whole(process: subprocess.Popen[bytes]) -> None:
    """`kill -9` for every process of the tree at once: nobody finishes anything."""
    for pid in below(process.pid):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    process.wait()


class Runner:
    """One of those at the same time: opens the form, sends it, tries again when cut off."""

    def __init__(self, port: int, outcome: Outcome, until: float) -> None:
        self.port, self.outcome, self.until = port, outcome, until
        self.line: http.client.HTTPConnection | None = None

    def ask(self, method: str, session: str, cookie: str = "", body: str = "") -> tuple[int, str]:
        """One request; the status and the text, with the set cookie first. Raises when cut off."""
        if self.line is None:
            self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": f"sessionid={session}{cookie}"}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request(method, PAGE, body or None, headers)
        answer = self.line.getresponse()
        self.outcome.statuses[answer.status] += 1
        text = answer.read().decode()
        return answer.status, (answer.getheader("Set-Cookie") or "") + "\n" + text

    def register(self, number: int, session: str) -> None:
        """Until the server has acknowledged with its redirect to the confirmation."""
        self.outcome.sent[number] = time.time()
        while time.time() < self.until:
            try:
                if self.attempt(session):
                    self.outcome.answered[number] = time.time()
                    return
                time.sleep(0.1)
            except (OSError, http.client.HTTPException):
                self.outcome.lost += 1
                self.line = None
                time.sleep(0.1)

    def attempt(self, session: str) -> bool:
        status, page = self.ask("GET", session)
        token = TOKEN.search(page)
        choice = CHOICE.search(page)
        if status != 200 or token is None or choice is None:
            return "registration/cancellation" in page  # registered by a send whose answer was lost
        cookie = page.partition("\n")[0].partition(";")[0]
        body = {
            "csrfmiddlewaretoken": token[1],
            "surname": "Участник",
            "given_name": session[-4:],
            "phone": "+7 347 200-00-00",
            "category": choice[1] or choice[2],
            "consent_participation": "on",
        }
        status, _ = self.ask("POST", session, f"; {cookie}", urlencode(body))
        return status == 302


def race(port: int, sessions: list[str], outcome: Outcome, on_kill: threading.Event) -> None:
    """All of them, eight at a time, in the order of their numbers."""
    waiting = iter(enumerate(sessions))
    turn = threading.Lock()

    def run_one() -> None:
        runner = Runner(port, outcome, time.time() + PATIENCE)
        while True:
            with turn:
                number, session = next(waiting, (-1, ""))
            if number < 0:
                return
            runner.register(number, session)
            if len(outcome.answered) >= KILLED_AFTER:
                on_kill.set()

    runners = [threading.Thread(target=run_one) for _ in range(AT_A_TIME)]
    for one in runners:
        one.start()
    for one in runners:
        one.join()


def test_a_thousand_for_a_hundred_seats_with_the_server_killed_midway(
    environment: dict[str, str],
) -> None:
    sessions = run(environment, "-m", "tests.server.race_stage", str(PEOPLE), str(SEATS)).split()
    port, outcome, reached = free_port(), Outcome(), threading.Event()
    runners = threading.Thread(target=race, args=(port, sessions, outcome, reached))
    with served(environment, port) as server:
        began = time.monotonic()
        runners.start()
        assert reached.wait(PATIENCE)
        kill_whole(server)
        acknowledged = set(outcome.answered)
    with served(environment, port):
        after = {line.split()[0] for line in report(environment)}
        runners.join()
        took = time.monotonic() - began

    rows = [line.split() for line in report(environment)]
    print(f"{PEOPLE} registered in {took:.1f} s, {outcome.lost} lines cut off")
    assert {f"{number:04}" for number in acknowledged} <= after
    assert len(outcome.answered) == PEOPLE
    assert sum(status == "confirmed" for _name, status, *_rest in rows) == SEATS
    assert sum(status == "waiting" for _name, status, *_rest in rows) == PEOPLE - SEATS
    assert [status for status in outcome.statuses if status >= 500] == []
    assert out_of_order(rows, outcome) == []


def report(environment: dict[str, str]) -> list[str]:
    return run(environment, "-m", "tests.server.race_stage", "report").splitlines()


def out_of_order(rows: list[list[str]], outcome: Outcome) -> list[tuple[int, int]]:
    """Pairs where one was answered before the other began, and yet stands behind it."""
    order = [int(row[0]) for row in rows]
    seated = {int(row[0]) for row in rows if row[1] == "confirmed"}
    standing = {number: (number not in seated, place) for place, number in enumerate(order)}
    found = []
    for place, ahead in enumerate(order):
        for behind in order[:place]:
            if outcome.answered[ahead] < outcome.sent[behind]:
                found.append((ahead, behind))
    found += [
        (waits, seat)
        for waits in standing
        if waits not in seated
        for seat in seated
        if outcome.answered[waits] < outcome.sent[seat]
    ]
    return found
