"""The registration of the demonstration: categories, questions, quotas, hours; some agendas."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime, timedelta

from rost.directory.models import Municipality
from rost.forum.actions.agenda import add
from rost.forum.actions.registration import change_hours, change_limits, change_quotas
from rost.forum.models import Category, Edition, Question, Registration, Session
from rost.forum.models.programme import Form

from .content import CATEGORIES, QUESTIONS

SEED = 45
CAPACITY = 600
DISTRICT_QUOTA = 24
OPEN_FOR = timedelta(days=365)
ON_THE_BUS = 52  # more than it has seats: the last ones wait
PLANNING = 120  # people who have chosen sessions already


def open_registration(edition: Edition, *, now: datetime) -> None:
    for position, (name, seats, colour) in enumerate(CATEGORIES):
        Category.objects.create(
            edition=edition, name=name, seats=seats, position=position, colour=colour
        )
    for position, (topic, text, choices, required) in enumerate(QUESTIONS):
        Question.objects.create(
            edition=edition,
            topic=topic,
            text=text,
            choices=list(choices),
            required=required,
            position=position,
        )
    change_hours(edition=edition, opens_at=now, closes_at=now + OPEN_FOR, confirm_by_hand=False)
    change_limits(edition=edition, capacity=CAPACITY, category_seats={}, now=now)
    districts = Municipality.objects.upper().values_list("pk", flat=True)
    quotas: dict[tuple[int, int | None], int | None] = {
        (pk, None): DISTRICT_QUOTA for pk in districts
    }
    change_quotas(edition=edition, seats=quotas, now=now)


def plan_agendas(edition: Edition, people: Sequence[Registration], *, now: datetime) -> None:
    """The bus fills and has a waiting list; others have picked a session of the first day."""
    chance = random.Random(SEED)  # noqa: S311 a stored seed, not a secret
    bus = Session.objects.get(edition=edition, route__isnull=False)
    sessions = list(
        Session.objects.filter(
            edition=edition, starts_at__date=edition.starts_on, hall__isnull=False
        )
        .exclude(form=Form.BREAK)
        .order_by("number")
    )
    for mine in people[:ON_THE_BUS]:
        add(registration=mine, session=bus, now=now)
    for mine in people[ON_THE_BUS : ON_THE_BUS + PLANNING]:
        add(registration=mine, session=chance.choice(sessions), now=now)
