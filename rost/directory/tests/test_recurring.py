"""Work that comes round: once a period, by one worker, again after a death."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import call_command

from conftest import NOW
from rost.directory import tasks
from rost.directory.models import RecurringWork
from rost.directory.queries import recurring
from rost.directory.queries.recurring import Recurring, register_recurring

HOUR = timedelta(hours=1)
Register = Callable[..., list[datetime]]


@pytest.fixture
def only(db: None, monkeypatch: pytest.MonkeyPatch) -> Register:
    """`only(every)` declares one work and gives the moments at which it ran."""
    monkeypatch.setattr(recurring, "_registry", {})

    def declare(every: timedelta = HOUR, *, broken: bool = False) -> list[datetime]:
        ran: list[datetime] = []

        def run(now: datetime) -> int:
            ran.append(now)
            if broken:
                raise ValueError("the line is dead")
            return len(ran)

        register_recurring(Recurring("test.work", every, run, "Работа"))
        return ran

    return declare


def row() -> RecurringWork:
    return RecurringWork.objects.get(name="test.work")


def test_work_is_done_at_once_and_then_once_a_period(only: Register) -> None:
    ran = only(HOUR)

    for minutes in (0, 30, 59, 60, 61):
        tasks.run_due(now=NOW + timedelta(minutes=minutes))

    assert ran == [NOW, NOW + HOUR]
    assert (row().done_at, row().rows, row().due_at) == (NOW + HOUR, 2, NOW + 2 * HOUR)


def test_of_two_workers_one_has_it(only: Register) -> None:
    only(HOUR)
    tasks.begin(recurring.recurring_works(), now=NOW)

    assert [tasks.take("test.work", now=NOW), tasks.take("test.work", now=NOW)] == [True, False]


def test_work_whose_worker_died_comes_round_after_the_lease(only: Register) -> None:
    ran = only(HOUR)
    tasks.begin(recurring.recurring_works(), now=NOW)
    tasks.take("test.work", now=NOW)  # and the worker died here

    tasks.run_due(now=NOW + tasks.LEASE - timedelta(seconds=1))
    tasks.run_due(now=NOW + tasks.LEASE)

    assert ran == [NOW + tasks.LEASE]


def test_failure_is_kept_in_sight_and_tried_again_after_growing_pauses(only: Register) -> None:
    ran = only(HOUR, broken=True)

    for minutes in range(0, 60, 5):
        outcome = tasks.run_due(now=NOW + timedelta(minutes=minutes))

    assert [int((at - NOW).total_seconds() // 60) for at in ran] == [0, 5, 15, 35]
    assert outcome == {}
    assert (row().failures, row().error, row().done_at) == (
        4,
        "ValueError: the line is dead",
        None,
    )


def test_declaring_two_works_under_one_name_is_a_mistake(only: Register) -> None:
    only(HOUR)

    with pytest.raises(ValueError, match=r"test\.work is declared twice"):
        only(2 * HOUR)


def test_a_scheduler_may_do_it_by_a_command(only: Register) -> None:
    only(HOUR)
    said = StringIO()

    call_command("recurring", stdout=said)
    call_command("recurring", stdout=said)

    assert said.getvalue() == "test.work: 1\n"


def test_administrator_sees_how_it_went(cast: Any, signed_in: Any, only: Register) -> None:
    only(HOUR, broken=True)
    with time_machine.travel(NOW, tick=False):
        tasks.run_due(now=NOW)

        seen = signed_in(cast.alsu).get("/en/directory/recurring/").content.decode()

    assert "Работа" in seen
    assert "ValueError: the line is dead" in seen
    assert "Nothing has been done by itself lately" not in seen


def test_shipped_works_do_no_harm_on_an_empty_platform(db: None) -> None:
    outcome = tasks.run_due(now=NOW)

    assert outcome["directory.retention"] == 0
    assert None not in outcome.values()
