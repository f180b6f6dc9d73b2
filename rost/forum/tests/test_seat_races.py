"""Many people at the same moment: never more seats than there are, whatever the database."""

from __future__ import annotations

import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from conftest import NOW
from rost.channels.models import Message
from rost.forum.actions.agenda import add
from rost.forum.actions.registration import cancel, change_limits, register
from rost.forum.models import AgendaItem, Registration, RegistrationStatus, SeatStatus
from rost.forum.tests.registration_stage import make_category, make_edition, make_people
from rost.forum.tests.test_agenda import planned, publish

pytestmark = pytest.mark.django_db(transaction=True)

CONFIRMED, WAITING = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITING


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


def statuses() -> Counter[str]:
    return Counter(Registration.objects.values_list("status", flat=True))


def test_twenty_for_five_seats() -> None:
    edition = make_edition(capacity=5)
    category = make_category(edition)

    raised = at_once(
        *(
            lambda person=person: register(
                edition=edition, person=person, category=category, now=NOW
            )
            for person in make_people(20)
        )
    )

    assert raised == []
    assert statuses() == {CONFIRMED: 5, WAITING: 15}


def test_one_person_sending_eight_times_is_registered_once() -> None:
    edition = make_edition()
    category = make_category(edition)
    (person,) = make_people(1)

    raised = at_once(
        *[lambda: register(edition=edition, person=person, category=category, now=NOW)] * 8
    )

    assert raised == []
    assert statuses() == {CONFIRMED: 1}
    assert Message.objects.filter(person=person).count() == 1


def test_cancelling_raising_and_registering_at_once_keep_within_the_limits() -> None:
    edition = make_edition(capacity=5)
    category = make_category(edition)
    people = make_people(16)
    rows = [
        register(
            edition=edition, person=person, category=category, now=NOW + timedelta(seconds=number)
        )
        for number, person in enumerate(people[:12])
    ]
    later = NOW + timedelta(hours=1)

    raised = at_once(
        *(lambda row=row: cancel(registration=row, now=later) for row in rows[:3]),
        lambda: change_limits(edition=edition, capacity=6, category_seats={}, now=later),
        *(
            lambda person=person: register(
                edition=edition, person=person, category=category, now=later
            )
            for person in people[12:]
        ),
    )

    assert raised == []
    assert statuses() == {"cancelled": 3, CONFIRMED: 6, WAITING: 7}
    seated = Registration.objects.filter(status=CONFIRMED).order_by("queued_at", "id")
    assert [one.person for one in seated] == people[3:9]
    told = Counter(Message.objects.filter(dedupe__contains=":promoted:").values_list("person"))
    assert set(told.values()) == {1}


def test_a_bus_of_two_seats_takes_two() -> None:
    edition = make_edition()
    category = make_category(edition)
    (session,) = publish(edition, planned("000001", hall="", route="bus"))
    mine = [
        register(edition=edition, person=person, category=category, now=NOW)
        for person in make_people(8)
    ]
    edition.refresh_from_db()

    raised = at_once(
        *(lambda one=one: add(registration=one, session=session, now=NOW) for one in mine)
    )

    assert raised == []
    found = Counter(AgendaItem.objects.values_list("status", flat=True))
    assert found == {SeatStatus.SEAT: 2, SeatStatus.WAITING: 6}
