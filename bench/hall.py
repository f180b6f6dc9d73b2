"""A hall of a thousand telephones on one session: how quick, how many bytes, nothing lost.

    python -m bench.hall --minutes 10      with the server killed (kill -9) in the middle

The real server by `manage.py serve`, SQLite unless DATABASE_URL names another database; the
telephones run beside it on the same machine. For comparison the same telephones load the whole
page anew instead, as a hall without conditional requests would.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from bench.ground import ROOT, free_port, machine
from bench.phones import Habits, Tally, gather, share
from tests.server.hall_stage import FIRST_QUESTIONS, SLUG
from tests.server.test_race import below, kill_whole, run, served

PHONES, SHORT, COMPARED = 1000, 40.0, 20.0  # seconds


def environment_in(folder: Path) -> dict[str, str]:
    return os.environ | {
        "ROST_VAR": str(folder),
        "ROST_DEMO": "0",
        "DATABASE_URL": os.environ.get("HALL_DATABASE_URL")
        or f"sqlite:///{folder / 'hall.sqlite3'}",
        "SECRET_KEY": "the hall needs no secrets",
        "DJANGO_SETTINGS_MODULE": "rost.config.settings",
        "LOG_LEVEL": "ERROR",
    }


def measure(*, phones: int = PHONES, seconds: float = SHORT, kill: bool = False) -> bool:
    with tempfile.TemporaryDirectory() as name:
        environment = environment_in(Path(name))
        run(environment, "manage.py", "prepare")
        stage = json.loads(run(environment, "-m", "tests.server.hall_stage"))
        tally, used = held(environment, stage, phones=phones, seconds=seconds, kill=kill)
        tell(tally, phones=phones, seconds=seconds, used=used)
        exact = compare_with_database(environment, tally)
        other = Tally()
        port = free_port()
        habits = Habits(arrive=5, vote=None, ask=None, reload="questions/")
        with served(environment, port) as server:
            before = processor(server.pid)
            asyncio.run(gather(port, stage, habits, other, phones=phones, seconds=COMPARED))
            other_used = (processor(server.pid) - before) / COMPARED
        tell_comparison(tally, other, phones, (seconds, used), (COMPARED, other_used))
    return exact


def held(
    environment: dict[str, str], stage: dict[str, Any], *, phones: int, seconds: float, kill: bool
) -> tuple[Tally, float]:
    """The hall from the first telephone to the last; the share of a processor the server used."""
    tally, port = Tally(), free_port()
    habits = Habits(arrive=min(60.0, seconds / 4))
    crowd = threading.Thread(
        target=lambda: asyncio.run(
            gather(port, stage, habits, tally, phones=phones, seconds=seconds)
        )
    )
    used = 0.0
    with served(environment, port) as server:
        before = processor(server.pid)
        crowd.start()
        crowd.join(seconds / 2)
        used = (processor(server.pid) - before) / (seconds / 2)
        if kill:
            kill_whole(server)
            time.sleep(3)
        else:
            crowd.join()
    if kill:
        with served(environment, port):
            crowd.join()
    return tally, used


def processor(pid: int) -> float:
    """Seconds of processor time of a process and all below it so far."""
    total = 0
    for one in below(pid):
        try:
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def line(tally: Tally, what: str) -> str:
    took = tally.took.get(what, [])
    return (
        f"{len(took)} requests, p50={share(took, 0.5):.0f} ms p95={share(took, 0.95):.0f} ms "
        f"max={share(took, 1):.0f} ms"
    )


def tell(tally: Tally, *, phones: int, seconds: float, used: float) -> None:
    bad = {status: n for status, n in sorted(tally.statuses.items()) if status >= 400}
    print(f"hall: {phones} telephones on one session for {seconds / 60:.1f} min")
    for what, words in (("page", "pages opened"), ("state", "state"), ("post", "sent")):
        print(f"hall {words}: {line(tally, what)}")
    print(
        f"hall answers: {tally.statuses[304]} × 304, {tally.statuses[200]} × 200, "
        f"errors {bad or 'none'}, cut off {tally.cut_off}, refused {len(tally.refused)}"
    )
    print(
        "hall bytes per telephone per hour, headers included: "
        f"in {hourly(tally.bytes_in, phones, seconds)} KB, "
        f"out {hourly(tally.bytes_out, phones, seconds)} KB; page {tally.page_bytes} bytes gzip"
    )
    print(f"hall server: {100 * used:.0f} % of one processor")


def hourly(count: int, phones: int, seconds: float) -> int:
    return round(count / phones * 3600 / seconds / 1024)


def compare_with_database(environment: dict[str, str], tally: Tally) -> bool:
    """Every question, vote and answer that was sent is there once, and nothing else."""
    found = reported(environment, tally)
    votes = sorted([number, question] for number, question in tally.voted)
    answers = sorted([number, value] for number, value in tally.answered.items())
    asked = tally.asked <= set(found["questions"])
    exact = (
        asked
        and len(found["questions"]) == FIRST_QUESTIONS + len(tally.asked)
        and found["votes"] == votes
        and found["answers"] == answers
        and sum(found["counted"].values()) == len(votes) - found["aside"]
        and tally.waiting == 0
        and not tally.refused
    )
    print(
        f"hall exact: {'yes' if exact else 'NO'}: {len(tally.asked)} questions, {len(votes)} votes "
        f"({found['aside']} set aside), {len(answers)} answers acknowledged; in the database "
        f"{len(found['questions']) - FIRST_QUESTIONS}, {len(found['votes'])}, "
        f"{len(found['answers'])}; still waiting {tally.waiting}"
    )
    return exact


def reported(environment: dict[str, str], tally: Tally) -> dict[str, Any]:
    sent = json.dumps({"slug": SLUG, "tokens": sorted(tally.tokens.items())})
    done = subprocess.run(
        [sys.executable, "-m", "tests.server.hall_stage", "report"],
        cwd=ROOT,
        env=environment,
        input=sent,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def tell_comparison(
    ours: Tally,
    other: Tally,
    phones: int,
    own: tuple[float, float],
    theirs: tuple[float, float],
) -> None:
    looked, loaded = ours.took["state"], other.took.get("reload", [])
    asked = len(loaded) + other.cut_off
    print(f"hall, the whole page anew instead: {line(other, 'reload')}, cut off {other.cut_off}")
    each = other.bytes_in / max(1, len(loaded))
    small = ours.bytes_in / max(1, sum(map(len, ours.took.values())))
    print(
        f"hall ratios to it: p95 {share(looked, 0.95) / max(0.001, share(loaded, 0.95)):.3f}, "
        f"bytes in an answer {small / max(1, each):.2f}, looks answered a second "
        f"{(len(looked) / own[0]) / max(0.001, len(loaded) / theirs[0]):.1f}; "
        f"server {100 * theirs[1]:.0f} % of one processor for {asked} loads"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--phones", type=int, default=PHONES)
    parser.add_argument("--no-kill", action="store_true")
    options = parser.parse_args()
    print(machine())
    if not measure(phones=options.phones, seconds=60 * options.minutes, kill=not options.no_kill):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
