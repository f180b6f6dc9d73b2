"""Many at the same moment: no number twice, none left out, one paper about one thing."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from conftest import NOW
from rost.documents.actions.revoking import AlreadyRevoked, revoke
from rost.documents.models import Counter, Document, Handling, Template
from rost.documents.tests.stage import issue_to

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _database_in_a_file(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """SQLite in memory has locks of its own kind; real life has a file, so the race gets one."""
    if connection.vendor != "sqlite" or not connection.is_in_memory_db():
        yield
        return
    connection.ensure_connection()
    memory, name = connection.connection, connection.settings_dict["NAME"]
    with closing(sqlite3.connect(tmp_path / "race.sqlite3")) as file:
        memory.backup(file)
    connection.connection, connection.settings_dict["NAME"] = None, str(tmp_path / "race.sqlite3")
    yield
    connection.close()
    connection.connection, connection.settings_dict["NAME"] = memory, name


def at_once(*calls: Callable[[], Any]) -> list[Exception]:
    """Run the calls in threads of their own that start together; returns what they raised."""
    start = threading.Barrier(len(calls))
    raised: list[Exception] = []

    def one(call: Callable[[], Any]) -> None:
        start.wait()
        try:
            call()
        except Exception as error:
            raised.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def numbers(year: int = 2020) -> list[int]:
    found = Document.objects.filter(year=year).order_by("number")
    return list(found.values_list("number", flat=True))


def test_thirty_at_once_get_thirty_numbers_in_a_row() -> None:
    raised = at_once(*(lambda n=n: issue_to(None, about=f"r:{n}") for n in range(30)))

    assert raised == []
    assert numbers() == list(range(1, 31))
    assert Counter.objects.get().last == 30
    assert Template.objects.count() == 1


def test_a_paper_asked_for_ten_times_at_once_is_one() -> None:
    raised = at_once(*[lambda: issue_to(None, about="r:1")] * 10)

    assert raised == []
    assert numbers() == [1]
    assert Handling.objects.count() == 1


def test_one_thing_under_two_years_is_still_one_paper() -> None:
    years = [2020, 2021] * 4
    raised = at_once(*(lambda y=y: issue_to(None, about="r:1", year=y) for y in years))

    assert raised == []
    assert Document.objects.count() == 1
    assert sum(Counter.objects.values_list("last", flat=True)) == 1


def test_papers_that_fail_in_the_crowd_leave_no_gap() -> None:
    def broken(*_: str) -> Any:
        raise ZeroDivisionError

    raised = at_once(
        *(lambda n=n: issue_to(None, about=f"r:{n}") for n in range(12)),
        *(lambda n=n: issue_to(None, about=f"x:{n}", make=broken) for n in range(12)),
    )

    assert [type(one) for one in raised] == [ZeroDivisionError] * 12
    assert numbers() == list(range(1, 13))


def test_revoked_by_eight_at_once_it_is_revoked_once() -> None:
    document = issue_to(None)

    raised = at_once(*[lambda: revoke(document=document, why="дважды", by=None, now=NOW)] * 8)

    assert [type(one) for one in raised] == [AlreadyRevoked] * 7
    assert Handling.objects.filter(act="revoked").count() == 1
