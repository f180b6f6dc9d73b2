"""Two secretaries at once, two workers at once, a worker that dies between: once is once."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from rost.channels.models import Message
from rost.forum.actions import commitments as actions
from rost.forum.actions.commitments import reminding
from rost.forum.models import Commitment, Reminder
from rost.forum.tests.registration_stage import make_edition, make_people
from rost.forum.tests.stage import at
from rost.forum.tests.test_seat_races import _database_in_a_file, at_once

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["_database_in_a_file"]

DUE = date(2020, 6, 1)
THE_DAY = at(1, 12) + timedelta(days=121)  # 1 June, noon of Ufa


def promised() -> Commitment:
    [person] = make_people(1, email="first@example.org")
    entry = actions.Entry(guid=uuid4(), text="выбрать проект", due_on=DUE, person=person)
    [row] = actions.note(edition=make_edition(), entries=[entry], by=None, now=at(18, 12))
    return actions.confirm(commitment=row, wording=1, by=person, now=at(18, 20))


def test_two_secretaries_never_give_one_number_twice() -> None:
    edition = make_edition()

    def sitting(name: str) -> None:
        for at_line in range(5):
            entry = actions.Entry(
                guid=uuid4(), text=f"{name} {at_line}", due_on=DUE, promiser="Первый"
            )
            actions.note(edition=edition, entries=[entry], by=None, now=at(18, 12))

    raised = at_once(lambda: sitting("а"), lambda: sitting("б"))

    assert raised == []
    assert sorted(Commitment.objects.values_list("number", flat=True)) == list(range(1, 11))


def test_two_workers_send_one_reminder() -> None:
    promised()

    raised = at_once(*[lambda: actions.remind(THE_DAY)] * 3)

    assert raised == []
    assert [one.name for one in Reminder.objects.all()] == ["due:1"]
    assert Message.objects.count() == 1


def test_a_worker_that_dies_between_row_and_message_leaves_neither(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    promised()

    class Killed(BaseException):
        """As a kill is: nothing catches it."""

    def dies(*args: object, **facts: object) -> None:
        raise Killed

    with monkeypatch.context() as death:
        death.setattr(reminding, "tell_reminder", dies)
        with pytest.raises(Killed):
            actions.remind(THE_DAY)
    left = (Reminder.objects.count(), Message.objects.count())
    again = [actions.remind(THE_DAY + timedelta(hours=hours)) for hours in (0, 1)]

    assert left == (0, 0)
    assert again == [1, 0]
    assert (Reminder.objects.count(), Message.objects.count()) == (1, 1)
