"""Processor time and queries of one request with the kept page aside, in this process."""

from __future__ import annotations

import statistics
import time

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

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
