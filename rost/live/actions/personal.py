"""Taking people out of what the hall keeps; the questions, votes and counts stay."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from rost.directory.models import Person
from rost.live.models import Device, Floor, HallQuestion, PollAnswer, QuestionVote
from rost.live.queries.personal import (
    FORGOTTEN,
    old_devices,
    old_floors,
    old_questions,
    old_rulings,
    questions_by,
)

from .acting import move


def erase_questions(person: Person, now: datetime) -> int:
    """The question was said in a hall and stays; the name under it and the way back go."""
    rows = questions_by(person)
    floors = sorted(set(rows.order_by().values_list("floor_id", flat=True)))
    numbers = list(rows.order_by().values_list("pk", flat=True))
    for number in floors:
        move(Floor(pk=number))
    return HallQuestion.objects.filter(pk__in=numbers).update(
        name="", registration=None, device=None
    )


def erase_devices(person: Person, now: datetime) -> int:
    return _forget(Device.objects.filter(registration__person=person))


def erase_owner(person: Person, now: datetime) -> int:
    """Tasks lose their owner and wait for another; what was written stays."""
    return HallQuestion.objects.filter(owner=person).update(owner=None)


def count_old_devices(before: datetime) -> int:
    return old_devices(before).count() + old_floors(before).count() + old_rulings(before).count()


@transaction.atomic
def destroy_old_devices(before: datetime, now: datetime) -> int:
    """Tokens, lines, browsers and badges go for good; votes stay as numbers."""
    gone = old_rulings(before).delete()[0]
    gone += old_floors(before).update(hall_network="")
    return gone + _forget(old_devices(before))


def count_old_questions(before: datetime) -> int:
    return old_questions(before).count()


def destroy_old_questions(before: datetime, now: datetime) -> int:
    numbers = list(old_questions(before).order_by().values_list("pk", flat=True))
    return HallQuestion.objects.filter(pk__in=numbers).update(
        name="", registration=None, device=None
    )


def _forget(devices: Iterable[Device]) -> int:
    rows = list(devices)
    for votes in (QuestionVote, PollAnswer):
        votes._default_manager.filter(device__in=rows).update(registration=None)
    HallQuestion.objects.filter(device__in=rows).update(device=None)
    for row in rows:
        row.digest = FORGOTTEN + secrets.token_hex(16)
        row.network = row.browser = ""
        row.registration = None
    Device.objects.bulk_update(
        rows, ["digest", "network", "browser", "registration"], batch_size=500
    )
    return len(rows)
