"""Telephones in a hall as a browser on them behaves: one line each, kept; looks, asks, votes.

Times are those of the page's own script (rost/live/static/live/hall.js).
"""

from __future__ import annotations

import asyncio
import gzip
import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

OFTEN, LONGEST, PATIENCE = 6.0, 60.0, 20.0  # seconds
SHORT = 3  # facts about a question that come without its words
# What a telephone's browser says with every request of its own.
BROWSER = (
    "Host: {host}\r\nConnection: keep-alive\r\n"
    'sec-ch-ua-platform: "Android"\r\n'
    "User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/137.0.0.0 Mobile Safari/537.36\r\n"
    'sec-ch-ua: "Chromium";v="137", "Not/A)Brand";v="24"\r\nsec-ch-ua-mobile: ?1\r\n'
    "Accept: {accept}\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\n"
    "Sec-Fetch-Dest: empty\r\nAccept-Encoding: gzip, deflate\r\nAccept-Language: ru-RU,ru;q=0.9\r\n"
)


@dataclass(frozen=True)
class Habits:
    """Means in seconds of one telephone; None – never."""

    arrive: float = 60.0  # all come within that time
    look: float = OFTEN
    vote: float | None = 60.0
    ask: float | None = 6000.0
    reload: str = ""  # an address fetched whole instead of looking


@dataclass
class Tally:
    """What all telephones together saw."""

    took: dict[str, list[float]] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    cut_off: int = 0
    bytes_out: int = 0
    bytes_in: int = 0
    asked: set[str] = field(default_factory=set)
    voted: set[tuple[int, str]] = field(default_factory=set)
    answered: dict[int, int] = field(default_factory=dict)
    waiting: int = 0
    tokens: dict[int, str] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    page_bytes: int = 0

    def note(self, what: str, seconds: float) -> None:
        self.took.setdefault(what, []).append(seconds)


@dataclass
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes


class Telephone:
    def __init__(
        self, number: int, port: int, stage: dict[str, Any], habits: Habits, tally: Tally
    ) -> None:
        self.number, self.port, self.habits, self.tally = number, port, habits, tally
        self.path, self.poll = stage["path"], stage["poll"]
        self.chance = random.Random(number)
        self.line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self.lock = asyncio.Lock()
        self.token = self.etag = ""
        self.known: list[str] = []
        self.mine: set[str] = set()
        self.outbox: list[tuple[str, str, dict[str, str]]] = []
        self.failures = 0

    async def live(self, until: float) -> None:
        """Comes, opens the page, then looks and acts side by side until the time is over."""
        await asyncio.sleep(self.chance.uniform(0, self.habits.arrive))
        while not self.token:
            if not await self.open() and time.monotonic() > until:
                return
        tasks = [self.keep_looking(until), self.keep_sending(until)]
        if self.habits.vote:
            tasks.append(self.keep(self.vote, self.habits.vote, until))
        if self.habits.ask:
            tasks.append(self.keep(self.ask, self.habits.ask, until))
        await asyncio.gather(*tasks)
        self.tally.waiting += len(self.outbox)
        self.hang_up()

    async def open(self) -> bool:
        reply = await self.request("page", "GET", self.path)
        if reply is None or reply.status != 200:
            await asyncio.sleep(self.chance.uniform(0.5, 2))
            return False
        self.token = reply.headers["set-cookie"].partition("=")[2].partition(";")[0]
        self.tally.tokens[self.number] = self.token
        self.tally.page_bytes = len(reply.body)
        return True

    async def keep_looking(self, until: float) -> None:
        lost, whole = 0, True
        while time.monotonic() < until:
            if self.habits.reload:
                reply = await self.request("reload", "GET", self.path + self.habits.reload)
            else:
                reply = await self.look(whole)
                whole = self.take(reply, whole)
            lost = lost + 1 if reply is None else 0
            pause = min(LONGEST, self.habits.look * 2**lost)
            await asyncio.sleep(0.5 if whole and reply else pause * self.chance.uniform(0.75, 1.25))

    async def look(self, whole: bool) -> Reply | None:
        extra = f"If-None-Match: {self.etag}\r\n" if self.etag and not whole else ""
        where = f"{self.path}state/{'' if whole else '?brief'}"
        return await self.request("state", "GET", where, extra, cookie=False)

    def take(self, reply: Reply | None, whole: bool) -> bool:
        """What the answer tells; True when the words of something new are wanted."""
        if reply is None or reply.status != 200 or self.habits.reload:
            return whole and reply is None
        body = reply.body
        if reply.headers.get("content-encoding") == "gzip":
            body = gzip.decompress(body)
        state = json.loads(body)
        known = {one[:8]: one for one in self.known}
        known |= {one[0][:8]: one[0] for one in state["q"] if len(one) > SHORT}
        self.known = list(known.values())
        if any(one[0][:8] not in known for one in state["q"]):
            return True
        self.etag = reply.headers["etag"]
        return False

    async def keep(self, act: Any, mean: float, until: float) -> None:
        while True:
            pause = self.chance.expovariate(1 / mean)
            if time.monotonic() + pause > until:
                return
            await asyncio.sleep(pause)
            act()

    def vote(self) -> None:
        free = [one for one in self.known if one not in self.mine]
        if free:
            question = self.chance.choice(free)
            self.mine.add(question)
            self.outbox.append((f"questions/{question}/vote/", question, {}))
        if self.number not in self.tally.answered and self.chance.random() < 0.5:
            value = self.tally.answered[self.number] = self.chance.randrange(4)
            self.outbox.append((f"polls/{self.poll}/answer/", "", {"value": str(value)}))

    def ask(self) -> None:
        identity = str(UUID(int=self.chance.getrandbits(128), version=4))
        text = f"Вопрос {identity[:6]}: будет ли субсидия на уличное освещение в деревне?"
        self.outbox.append(("questions/", identity, {"id": identity, "text": text, "name": ""}))

    async def keep_sending(self, until: float) -> None:
        """Until the time is over and nothing waits, or patience ends."""
        while time.monotonic() < until or (self.outbox and time.monotonic() < until + LONGEST):
            if not self.outbox:
                await asyncio.sleep(0.25)
                continue
            where, what, fields = self.outbox[0]
            body = urlencode(fields).encode()
            kind = "Content-Type: application/x-www-form-urlencoded;charset=UTF-8\r\n"
            origin = f"Origin: http://127.0.0.1:{self.port}\r\n"
            extra = f"{kind}{origin}Content-Length: {len(body)}\r\n"
            reply = await self.request("post", "POST", self.path + where, extra, body)
            if reply is None or reply.status == 429 or reply.status >= 500:
                self.failures += 1
                soon = float(reply.headers.get("retry-after", 0)) if reply is not None else 0.0
                pause = soon or min(8, 2**self.failures)
                await asyncio.sleep(pause * self.chance.uniform(0.75, 1.25))
                continue
            self.failures = 0
            self.outbox.pop(0)
            if reply.status != 200:
                self.tally.refused.append(f"{where} {reply.status} {reply.body.decode()}")
            elif where == "questions/":
                self.tally.asked.add(what)
            elif what:
                self.tally.voted.add((self.number, what))

    async def request(
        self,
        what: str,
        method: str,
        path: str,
        extra: str = "",
        body: bytes = b"",
        *,
        cookie: bool = True,
    ) -> Reply | None:
        """One request over the telephone's own line; None when it was cut off."""
        head = f"{method} {path} HTTP/1.1\r\n" + BROWSER.format(
            host=f"127.0.0.1:{self.port}",
            accept="application/json" if method == "POST" else "*/*",
        )
        if cookie and self.token:
            extra += f"Cookie: hall={self.token}\r\n"
        message = (head + extra + "\r\n").encode() + body
        async with self.lock:
            began = time.perf_counter()
            try:
                reply = await asyncio.wait_for(self.exchange(message), PATIENCE)
            except (OSError, EOFError, ValueError, TimeoutError):
                self.tally.cut_off += 1
                self.hang_up()
                return None
        self.tally.note(what, time.perf_counter() - began)
        self.tally.statuses[reply.status] += 1
        return reply

    async def exchange(self, message: bytes) -> Reply:
        if self.line is None:
            self.line = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.line
        writer.write(message)
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")[:-2]
        headers = {
            name.lower(): value.strip() for name, _, value in (one.partition(":") for one in lines)
        }
        length = int(headers.get("content-length", 0))
        body = await reader.readexactly(length) if length else b""
        self.tally.bytes_out += len(message)
        self.tally.bytes_in += len(head) + len(body)
        return Reply(int(first.split()[1]), headers, body)

    def hang_up(self) -> None:
        if self.line is not None:
            self.line[1].close()
        self.line = None


async def gather(
    port: int, stage: dict[str, Any], habits: Habits, tally: Tally, *, phones: int, seconds: float
) -> None:
    """So many telephones for so long, from the first one's coming."""
    until = time.monotonic() + seconds
    crowd = [Telephone(number, port, stage, habits, tally) for number in range(phones)]
    await asyncio.gather(*(one.live(until) for one in crowd))


def share(values: list[float], part: float) -> float:
    """The value that `part` of all stay under, in milliseconds."""
    ordered = sorted(values)
    return 1000 * ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0
