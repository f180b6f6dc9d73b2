"""Sets the stage of the flood of marks: halls, sessions, people with badges, paired telephones.

Run with the environment of the server under test. Prints what the telephones need as JSON; with
`report` prints what became of their marks.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import django

SLUG = "flood"
HALLS, SESSIONS = 9, 20
EVERY, BEGINS, LASTS = timedelta(minutes=12), timedelta(minutes=1), 8  # sessions in a hall
CODE_SIGNS = "23456789"


def session_begins(base: datetime, number: int) -> datetime:
    return base + number * EVERY + BEGINS


def main(people: int, devices: int, base: datetime) -> None:
    django.setup()
    from django.utils import timezone

    from rost.forum.models import Edition

    now = timezone.now()
    edition = Edition.objects.create(
        slug=SLUG,
        name="Муниципалитеты – территории роста",
        starts_on=base.date(),
        ends_on=base.date() + timedelta(days=1),
        place="Уфа",
    )
    add_halls(edition, base)
    tokens = add_devices(edition, devices, base - EVERY, now)
    print(json.dumps({"devices": tokens, "people": add_people(edition, people, now)}))


def add_halls(edition: Any, base: datetime) -> None:
    from rost.forum.models import Hall, Session

    for number in range(HALLS):
        hall = Hall.objects.create(
            edition=edition, slug=f"hall-{number}", name=f"Зал {number}", capacity=60, guid=uuid4()
        )
        Session.objects.bulk_create(
            Session(
                edition=edition,
                code=f"S{number}{turn:02}",
                guid=uuid4(),
                number=number * 100 + turn,
                slug=f"s-{number}-{turn}",
                title=f"Разговор {number}.{turn}",
                form="lecture",
                minutes=LASTS,
                starts_at=session_begins(base, turn),
                hall=hall,
                changed_at=base,
            )
            for turn in range(SESSIONS)
        )


def add_devices(edition: Any, devices: int, starts: datetime, now: datetime) -> list[str]:
    """Two telephones at the entrance, two at every hall, each with a pass of its own."""
    from rost.forum.actions.attendance import add_door, issue_pass, make_doors, pair_device
    from rost.forum.models import Hall

    halls = list(Hall.objects.filter(edition=edition).order_by("slug"))
    by_hall = {door.hall_id: door for door in make_doors(edition=edition, now=now)}
    tokens = []
    for number in range(devices):
        hall = None if number < 2 else halls[number // 2 - 1]
        door = by_hall[hall.pk if hall else None]
        if number % 2:
            door = add_door(edition=edition, name=f"Вторая дверь {number}", hall=hall)
        _pass, secret = issue_pass(
            door=door,
            label=f"Волонтёр {number}",
            starts_at=starts,
            ends_at=now + timedelta(hours=6),
            by=None,
            now=now,
        )
        _row, token = pair_device(secret=secret, device=uuid4(), device_now=now, now=now)
        tokens.append(token)
    return tokens


def add_people(edition: Any, people: int, now: datetime) -> list[tuple[int, str]]:
    """Registration and badge code of each."""
    from rost.directory.models import Person
    from rost.forum.models import Badge, Category, Registration

    category = Category.objects.create(edition=edition, name="Гости", from_municipality=False)
    crowd = Person.objects.bulk_create(
        Person(
            surname="Участник",
            given_name=f"{number:04}",
            password="!",
            created_at=now,
            search_name=f"участник {number:04}",
            sort_key=f"участник {number:04}",
        )
        for number in range(people)
    )
    rows = Registration.objects.bulk_create(
        Registration(
            edition=edition,
            person=person,
            category=category,
            status="confirmed",
            queued_at=now,
            changed_at=now,
        )
        for person in crowd
    )
    badges = Badge.objects.bulk_create(
        Badge(
            edition=edition,
            serial=number,
            code="MARKS" + "".join(CODE_SIGNS[int(one, 8)] for one in f"{number:09o}"),
            registration=row,
            made_at=now,
        )
        for number, row in enumerate(rows, start=1)
    )
    return [(badge.registration_id, badge.code) for badge in badges]


def report() -> None:
    django.setup()
    from django.db.models import Sum

    from rost.directory.models import AccessRecord
    from rost.forum.models import Edition, Mark
    from rost.forum.queries.attendance import presence_of

    edition = Edition.objects.get(slug=SLUG)
    presence = presence_of(edition)
    lines = AccessRecord.objects.filter(register="forum.marks")
    ids: list[UUID] = list(Mark.objects.values_list("pk", flat=True))
    found = {
        "ids": sorted(map(str, ids)),
        "rows": lines.aggregate(sum=Sum("rows"))["sum"],
        "presence": {
            str(key): [sorted(map(str, one.days)), sorted(one.sessions.items()), one.hours]
            for key, one in presence.items()
        },
    }
    print(json.dumps(found))


if __name__ == "__main__":
    if sys.argv[1] == "report":
        report()
    else:
        main(int(sys.argv[1]), int(sys.argv[2]), datetime.fromisoformat(sys.argv[3]))
