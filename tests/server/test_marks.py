"""Twenty telephones come back on line at once, an hour of marks in each, the server killed midway.

Every mark is in the table once, the log of access counts the same, and presence is what the marks
come to, on the database of the suite: a file of SQLite, or one of its own on PostgreSQL.
"""

from __future__ import annotations

import http.client
import json
import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from bench.ground import free_port
from rost.core.attendance import Direction, DoorKind, Mark, Rules, Slot, solve
from tests.server.marks_stage import (
    EVERY,
    HALLS,
    LASTS,
    SESSIONS,
    SLUG,
    session_begins,
)
from tests.server.test_race import environment, kill_whole, run, served  # noqa: F401 fixture

pytestmark = pytest.mark.server

DEVICES, EACH, PEOPLE = 20, 1000, 500
IN_TWO_WINDOWS = 5  # telephones that send the same batches twice at the same moment
KILLED_AFTER = 7000  # marks that telephones were answered for
PATIENCE = 120  # seconds after which a telephone gives up
UFA = ZoneInfo("Asia/Yekaterinburg")


@dataclass(frozen=True)
class Taken:
    """A mark as it truly was."""

    id: str
    device: int
    person: int
    direction: str
    at: datetime


@dataclass
class Outcome:
    """What all telephones together were answered."""

    taken: set[str] = field(default_factory=set)
    refused: list[Any] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    cut_off: int = 0
    sent: int = 0
    many: threading.Event = field(default_factory=threading.Event)


def walks(base: datetime) -> list[Taken]:
    """Twenty visits of each person: in by one door and out by the other door of the same hall.

    Half a minute of room is left around everything that counts, because a telephone's clock is
    known to us only as exactly as the line is quick. Every other person leaves too early for the
    session to count.
    """
    chance = random.Random(18022020)
    found = []
    for person in range(PEOPLE):
        for visit in range(SESSIONS):
            device = (person + 7 * visit + visit * visit) % DEVICES
            came = base + visit * EVERY
            went = came + timedelta(minutes=8.5 if (person + visit) % 2 else 4.5)
            for direction, at, by in (("in", came, device), ("out", went, device ^ 1)):
                identity = str(UUID(int=chance.getrandbits(128), version=4))
                found.append(Taken(identity, by, person, direction, at))
    return found


def place_of(device: int) -> tuple[DoorKind, str]:
    return (
        (DoorKind.ENTRANCE, "") if device < 2 else (DoorKind.HALL, f"hall:hall-{device // 2 - 1}")
    )


def expected_presence(base: datetime, marks: list[Taken], people: list[int]) -> dict[str, Any]:
    slots = [
        Slot(f"S{hall}{turn:02}", f"hall:hall-{hall}", begins, begins + timedelta(minutes=LASTS))
        for hall in range(HALLS)
        for turn in range(SESSIONS)
        for begins in (session_begins(base, turn),)
    ]
    true = [
        Mark(
            one.id,
            str(people[one.person]),
            *place_of(one.device),
            at=one.at,
            direction=Direction(one.direction),
        )
        for one in marks
    ]
    return {
        key: [
            sorted(map(str, one.days)),
            [list(x) for x in sorted(one.sessions.items())],
            one.hours,
        ]
        for key, one in solve(true, slots, Rules(), zone=UFA).items()
    }


class Telephone:
    """Sends what waits in batches, in no order, some marks twice, until all is answered for."""

    def __init__(self, port: int, token: str, number: int, outcome: Outcome) -> None:
        self.port, self.token, self.outcome = port, token, outcome
        self.chance = random.Random(number)
        self.skew = timedelta(seconds=self.chance.randint(-900, 900))
        self.line: http.client.HTTPConnection | None = None

    def clock(self, moment: datetime) -> str:
        return (moment + self.skew).isoformat()

    def run(self, marks: list[dict[str, Any]]) -> None:
        until = time.monotonic() + PATIENCE
        self.chance.shuffle(marks)
        waiting = marks + self.chance.sample(marks, len(marks) // 10)
        while waiting and time.monotonic() < until:
            size = self.chance.randint(200, 500)
            if self.send(waiting[:size]):
                waiting = waiting[size:]
            else:
                time.sleep(0.5)

    def send(self, batch: list[dict[str, Any]]) -> bool:
        try:
            return self.ask(batch)
        except (OSError, http.client.HTTPException):
            self.outcome.cut_off += 1
            self.line = None
            return False

    def ask(self, batch: list[dict[str, Any]]) -> bool:
        if self.line is None:
            self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        body = json.dumps({"device_now": self.clock(datetime.now(UTC)), "marks": batch})
        self.line.request(
            "POST", f"/forum/{SLUG}/door/marks/", body, {"Authorization": f"Bearer {self.token}"}
        )
        answer = self.line.getresponse()
        content = answer.read()
        self.outcome.statuses[answer.status] += 1
        self.outcome.sent += len(batch)
        if answer.status != 200:
            return False
        receipt = json.loads(content)
        self.outcome.taken |= set(receipt["taken"])
        self.outcome.refused += receipt["refused"]
        if len(self.outcome.taken) >= KILLED_AFTER:
            self.outcome.many.set()
        return True


def flood(port: int, stage: dict[str, Any], marks: list[Taken], outcome: Outcome) -> None:
    """All telephones at once."""
    threads = []
    for number, token in enumerate(stage["devices"]):
        phone = Telephone(port, token, number, outcome)
        own = [
            {
                "id": one.id,
                "badge": stage["people"][one.person][1],
                "registration": None,
                "direction": one.direction,
                "source": "code",
                "said_at": phone.clock(one.at),
            }
            for one in marks
            if one.device == number
        ]
        threads.append(threading.Thread(target=phone.run, args=(own,)))
        if number < IN_TWO_WINDOWS:
            twin = Telephone(port, token, number, outcome)
            threads.append(threading.Thread(target=twin.run, args=(list(own),)))
    for one in threads:
        one.start()
    for one in threads:
        one.join()


def test_twenty_thousand_marks_at_once_with_the_server_killed_midway(
    environment: dict[str, str],  # noqa: F811
) -> None:
    hour = datetime.now(UTC).replace(minute=1, second=0, microsecond=0)  # no mark near midnight
    base = hour - timedelta(hours=5)
    stage = json.loads(
        run(
            environment,
            "-m",
            "tests.server.marks_stage",
            *map(str, (PEOPLE, DEVICES, base.isoformat())),
        )
    )
    marks, port, outcome = walks(base), free_port(), Outcome()
    phones = threading.Thread(target=flood, args=(port, stage, marks, outcome))
    with served(environment, port) as server:
        began = time.monotonic()
        phones.start()
        assert outcome.many.wait(PATIENCE)
        kill_whole(server)
    with served(environment, port):
        phones.join()
        took = time.monotonic() - began

    found = json.loads(run(environment, "-m", "tests.server.marks_stage", "report"))
    print(f"{outcome.sent} marks sent in {took:.1f} s, {outcome.cut_off} sendings cut off")
    assert Counter(one.device for one in marks) == dict.fromkeys(range(DEVICES), EACH)
    assert [status for status in outcome.statuses if status != 200] == []
    assert outcome.refused == []
    assert outcome.taken == set(found["ids"]) == {one.id for one in marks}
    assert len(found["ids"]) == found["rows"] == DEVICES * EACH
    people = [registration for registration, _code in stage["people"]]
    assert found["presence"] == expected_presence(base, marks, people)
