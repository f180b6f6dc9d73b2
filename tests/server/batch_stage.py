"""A real worker with a slow work of forty papers: asks for it, works on it, tells what came of it.

Run with the environment of the database under test: `ask`, `work` or `report`.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime, timedelta
from typing import Any

import django

PAPERS, PAUSE, LEASE = 40, 0.1, 3  # seconds


def main(what: str) -> None:
    django.setup()
    from rost.documents import tasks
    from rost.documents.queries.works import Work, register_work

    tasks.LEASE = timedelta(seconds=LEASE)
    register_work(Work("test.slow", "Сертификаты", slowly, lambda visitor, batch: False))
    {"ask": ask, "work": work, "report": report}[what]()


def slowly(batch: Any, progress: Any, now: datetime) -> Any:
    from rost.documents.queries.works import Result
    from rost.documents.tests.stage import issue_to

    for number in range(PAPERS):
        issue_to(None, about=f"slow:{number}")
        progress(number + 1, PAPERS)
        time.sleep(PAUSE)
    return Result(rows=PAPERS, file_name="сорок.txt", data=b"40")


def ask() -> None:
    from django.utils import timezone

    from rost.documents.actions.batches import open_batch

    open_batch(
        work="test.slow",
        space="",
        language="ru",
        title="Сорок",
        wanted={},
        by=None,
        now=timezone.now(),
    )


def work() -> None:
    from django.core.management import call_command

    call_command("db_worker", interval=0.1, startup_delay=False, reload=False, verbosity=0)


def report() -> None:
    from rost.documents.models import Batch, Document, Handling

    batch = Batch.objects.get()
    told = {
        "state": batch.state,
        "done": batch.done,
        "attempts": batch.attempts,
        "numbers": list(Document.objects.order_by("number").values_list("number", flat=True)),
        "issued": Handling.objects.filter(act="issued").count(),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1])
