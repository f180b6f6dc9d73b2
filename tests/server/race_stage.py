"""Sets the stage of the race: an edition of few seats, many people, each signed in already.

Run with the environment of the server under test; prints the session keys, one a line.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from importlib import import_module

import django


def main(people: int, seats: int) -> None:
    django.setup()
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    from rost.directory.models import Person
    from rost.forum.models import Category, Edition

    now = timezone.now()
    edition = Edition.objects.create(
        slug="race",
        name="Муниципалитеты – территории роста",
        starts_on=now.date() + timedelta(days=30),
        ends_on=now.date() + timedelta(days=31),
        place="Уфа",
        is_public=True,
        capacity=seats,
        registration_opens_at=now - timedelta(hours=1),
    )
    Category.objects.create(edition=edition, name="Гости", from_municipality=False)
    crowd = Person.objects.bulk_create(
        Person(
            surname="Участник",
            given_name=f"{number:04}",
            email=f"race-{number:04}@example.org",
            password="!",
            created_at=now,
            search_name=f"участник {number:04}",
            sort_key=f"участник {number:04}",
        )
        for number in range(people)
    )
    store = import_module(settings.SESSION_ENGINE).SessionStore
    rows = []
    for number, person in enumerate(crowd):
        data = {
            SESSION_KEY: str(person.pk),
            BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
            HASH_SESSION_KEY: person.get_session_auth_hash(),
        }
        rows.append(
            Session(
                session_key=f"race{number:028}",
                session_data=store().encode(data),
                expire_date=now + timedelta(hours=2),
            )
        )
    Session.objects.bulk_create(rows)
    for row in rows:
        print(row.session_key)


def report() -> None:
    """Print what became of the race: number, status, moment and id of each registration."""
    django.setup()
    from rost.forum.models import Registration

    rows = Registration.objects.order_by("queued_at", "id").select_related("person")
    for row in rows:
        print(row.person.given_name, row.status, row.queued_at.timestamp(), row.pk)


if __name__ == "__main__":
    if sys.argv[1] == "report":
        report()
    else:
        main(int(sys.argv[1]), int(sys.argv[2]))
