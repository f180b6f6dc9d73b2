"""The real server of the journeys: a process of its own with a data folder of its own."""

from __future__ import annotations

import email
import email.policy
import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.ground import ROOT, free_port, wait_for
from rost.portal.actions.demo.personas import PERSONAS
from tests.prepared import environment_of

PRINTED = "printed.txt"
PATIENCE = 300  # seconds to prepare and start; a limit for a busy machine, not an expectation


@dataclass
class Site:
    """Where the server listens, where its data lie, and who can be signed in with one tap."""

    address: str
    folder: Path
    environment: dict[str, str]
    secrets: dict[str, str] = field(default_factory=dict)

    def letter_to(self, address: str, *, after: int = 0, seconds: float = 15) -> str:
        """The text of the newest letter to this address, waiting for one more than `after`."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = [text for to, text in self.letters() if to == address]
            if len(found) > after:
                return found[-1]
            time.sleep(0.2)
        raise AssertionError(f"no letter to {address} in {seconds} s")

    def letters(self) -> Iterator[tuple[str, str]]:
        """Addressee and text of every letter, oldest first."""
        files = sorted((self.folder / "mail").glob("*.log"), key=lambda one: one.stat().st_mtime_ns)
        for file in files:
            for raw in re.split(rb"^-{79}\n", file.read_bytes(), flags=re.MULTILINE):
                if raw.strip():
                    letter = email.message_from_bytes(raw, policy=email.policy.default)
                    body = letter.get_body(("plain",))
                    yield str(letter["To"]), body.get_content() if body else ""

    def complaints(self) -> list[str]:
        """What the server logged as errors."""
        lines = (self.folder / PRINTED).read_text().splitlines()
        logged = [json.loads(line) for line in lines if line.startswith("{")]
        return [
            f"{one.get('path', one['logger'])}: {one.get('exception', one['message'])[-500:]}"
            for one in logged
            if one["level"] == "error"
        ]

    def run(self, code: str) -> str:
        """Python on the server's own data, for what no page can arrange."""
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()


@contextmanager
def served(folder: Path, *, demonstration: bool, port: int = 0, at: str = "") -> Iterator[Site]:
    """`manage.py serve`, as a person would start it, until it answers; `at` another time."""
    port = port or free_port()
    # Passkeys work over plain HTTP only on «localhost».
    address = f"http://localhost:{port}"
    environment = environment_of(folder, demonstration=demonstration, address=address)
    start = ["-m", "tests.journeys.travelling", at] if at else ["manage.py"]
    command = [sys.executable, *start, "serve", "--port", str(port), "--workers", "1"]
    printed = folder / PRINTED
    with printed.open("w") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
        try:
            wait_for(f"{address}/health/", seconds=PATIENCE)
            links = re.findall(r"/account/key/(\w+)/", printed.read_text())
            secrets = dict(zip((one.key for one in PERSONAS), links, strict=False))
            yield Site(address, folder, environment, secrets)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)
