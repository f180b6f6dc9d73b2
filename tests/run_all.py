"""Runs the whole suite: on SQLite with the browser, then what touches a database on PostgreSQL.

The last line sums up.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

PYTEST = [sys.executable, "-m", "pytest", "-n", os.environ.get("TEST_PROCESSES", "2")]


def main() -> int:
    ensure_browser()
    environment = os.environ | {"ROST_DEMO": "0"}
    with tempfile.TemporaryDirectory() as folder:
        results = []
        again = [sys.executable, "-m", "tests.with_postgres", *PYTEST, "-m", "not browser"]
        for name, command, also in (
            ("SQLite", PYTEST, {}),
            ("PostgreSQL", again, {"ROST_TEST_AGAIN": "1"}),
        ):
            report = Path(folder) / f"{name}.json"
            print(f"== {name}", flush=True)
            code = subprocess.run(
                command, env=environment | also | {"ROST_TEST_REPORT": str(report)}, check=False
            ).returncode
            results.append((code, read(report)))
    return sum_up(results)


def ensure_browser() -> None:
    """Chromium from the system's packages, where we may install it."""
    if shutil.which("chromium") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print("Installing Chromium …", flush=True)
    for command in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", "-qq", *command], check=False, stdout=subprocess.DEVNULL)


def read(report: Path) -> dict[str, int | dict[str, int]]:
    return json.loads(report.read_text()) if report.exists() else {}


def sum_up(results: list[tuple[int, dict]]) -> int:
    passed = sum(report.get("passed", 0) for _, report in results)
    failed = sum(report.get("failed", 0) for _, report in results)
    reasons: Counter[str] = Counter()
    for _, report in results:
        reasons.update(report.get("skipped", {}))
    code = max(code for code, _ in results)
    if code and not failed:
        failed = 1  # a run that broke off counts as a failure
    for reason, count in reasons.most_common():
        print(f"skipped {count}: {reason}")
    print(f"{passed} passed, {failed} failed, {sum(reasons.values())} skipped")
    return code


if __name__ == "__main__":
    sys.exit(main())
