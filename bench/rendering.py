"""Processor time and queries of one request with the kept page aside, in this process."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rost.core.programme import codec
from rost.core.programme.check import check
from rost.forum.tests.sample import sample_programme

ROUNDS = 15


def measure(code: str) -> None:
    client = Client(headers={"host": "localhost"})
    slug = "/forum/forum-2020"
    for name, path in (
        ("home", "/"),
        ("programme", f"{slug}/programme/"),
        ("session", f"{slug}/sessions/{code}/"),
    ):
        client.get(path)
        costs = [cost(client, path) for _ in range(ROUNDS)]
        print(
            f"first render {name}: {statistics.median(costs):.1f} ms processor, "
            f"{queries(client, path)} queries"
        )
    for name, path in (
        ("frab XML", f"{slug}/schedule.xml"),
        ("frab JSON", f"{slug}/schedule.json"),
        ("iCalendar", f"{slug}/programme.ics"),
    ):
        cold = cost(client, path)
        warm = statistics.median(cost(client, path) for _ in range(ROUNDS))
        tag = client.get(path).headers.get("ETag", "")
        again = client.get(path, headers={"if-none-match": tag}).status_code
        print(
            f"export {name}: cold {cold:.0f} ms, warm {warm:.1f} ms, "
            f"{queries(client, path)} queries, If-None-Match → {again}"
        )


def measure_core() -> None:
    """The programme as a value: decoding a version of 300 sessions, checking 1 000 sessions."""
    data, big = codec.dump(sample_programme(300)), sample_programme(1000, days=3, halls=16)
    for name, work in (
        ("decode a version of 300 sessions", lambda: codec.load(data)),
        ("check 1 000 sessions", lambda: check(big, demand={}, windows=())),
    ):
        print(f"{name}: {statistics.median(spent(work) for _ in range(ROUNDS)):.1f} ms processor")


def spent(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def cost(client: Client, path: str) -> float:
    """Milliseconds of processor time for one request."""
    began = time.process_time()
    answer = client.get(path)
    body = b"".join(answer) if answer.streaming else answer.content
    spent = (time.process_time() - began) * 1000
    if answer.status_code != 200 or not body:
        raise RuntimeError(f"{path}: {answer.status_code}")
    return spent


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        client.get(path)
    return len(caught)
