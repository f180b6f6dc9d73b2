"""Two hundred telephones ask and vote at once, the server killed midway: each thing is there once.

The telephones are those of the bench (bench/phones.py): they send again what was not answered.
"""

from __future__ import annotations

import asyncio
import json
import threading
import time

import pytest

from bench.ground import free_port
from bench.hall import reported
from bench.phones import Habits, Tally, gather
from tests.server.hall_stage import FIRST_QUESTIONS
from tests.server.test_race import environment, kill_whole, run, served  # noqa: F401 fixture

pytestmark = pytest.mark.server

PHONES, SECONDS, PATIENCE = 200, 10.0, 60.0
EAGER = Habits(arrive=1.0, look=1.5, vote=2.0, ask=60.0)
KILLED_AFTER = 150  # votes that telephones were answered for


def test_a_hall_with_the_server_killed_midway(
    environment: dict[str, str],  # noqa: F811
) -> None:
    stage = json.loads(run(environment, "-m", "tests.server.hall_stage"))
    tally, port = Tally(), free_port()
    crowd = threading.Thread(
        target=lambda: asyncio.run(
            gather(port, stage, EAGER, tally, phones=PHONES, seconds=SECONDS)
        )
    )
    with served(environment, port) as server:
        crowd.start()
        until = time.monotonic() + PATIENCE
        while len(tally.voted) < KILLED_AFTER and time.monotonic() < until:
            time.sleep(0.02)
        kill_whole(server)
    with served(environment, port):
        crowd.join()

    found = reported(environment, tally)
    print(f"{len(tally.voted)} votes, {len(tally.asked)} questions, {tally.cut_off} lines cut off")
    assert len(tally.voted) >= KILLED_AFTER
    assert tally.cut_off > 0
    assert (tally.waiting, tally.refused) == (0, [])
    assert [status for status in tally.statuses if status >= 500] == []
    assert tally.asked <= set(found["questions"])
    assert len(found["questions"]) == FIRST_QUESTIONS + len(tally.asked)
    assert found["votes"] == sorted([number, question] for number, question in tally.voted)
    assert found["answers"] == sorted([one, value] for one, value in tally.answered.items())
    assert found["aside"] == 0
    assert sum(found["counted"].values()) == len(tally.voted)
