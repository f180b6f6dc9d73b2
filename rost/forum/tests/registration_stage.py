"""An edition open for registration, as the tests of registration and agenda need it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from conftest import NOW
from rost.core.language import fold, sort_key
from rost.directory.models import Person
from rost.forum.models import Category, Edition


def make_edition(**fields: Any) -> Edition:
    known: dict[str, Any] = {
        "slug": "rost-2020",
        "name": "Муниципалитеты – территории роста",
        "starts_on": date(2020, 2, 18),
        "ends_on": date(2020, 2, 19),
        "place": "Уфа",
        "is_public": True,
        "registration_opens_at": NOW - timedelta(days=1),
        "registration_closes_at": NOW + timedelta(days=20),
    }
    return Edition.objects.create(**known | fields)


def make_category(edition: Edition, name: str = "Главы", **fields: Any) -> Category:
    return Category.objects.create(
        edition=edition, name=name, **{"from_municipality": False} | fields
    )


def make_people(count: int, **fields: Any) -> list[Person]:
    """People with nothing but a name, in the order of their numbers."""
    people = []
    for number in range(1, count + 1):
        name = f"Участник {number:04} Первый"
        people.append(
            Person(
                surname="Участник",
                given_name=f"{number:04}",
                patronymic="Первый",
                password="!",
                created_at=NOW,
                search_name=fold(name),
                sort_key=sort_key(name),
                **fields,
            )
        )
    return Person.objects.bulk_create(people)
