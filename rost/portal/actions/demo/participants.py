"""Categories, questions, quotas and the first participants, from a stored seed."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

from rost.directory.actions.people import add_person
from rost.directory.actions.posts import give_post
from rost.directory.models import Kind, Municipality
from rost.forum.actions.registration import change_hours, change_limits, change_quotas, register
from rost.forum.models import Category, Edition, Question

from .content import CATEGORIES, QUESTIONS

SEED = 20200218
PARTICIPANTS = 60
CAPACITY = 400
DISTRICT_QUOTA = 8
OPEN_FOR = timedelta(days=365)
SURNAMES = (
    "Абдуллин",
    "Валиев",
    "Габитов",
    "Исмагилов",
    "Каримов",
    "Латыпов",
    "Мусин",
    "Насыров",
    "Рахимов",
    "Сулейманов",
    "Тагиров",
    "Усманов",
    "Фаттахов",
    "Хамитов",
    "Шарипов",
    "Яхин",
)
NAMES = (
    ("Айдар", "Ильдус", "Ринат", "Салават", "Фанис", "Юлай"),
    ("Айгуль", "Лиана", "Минзаля", "Розалия", "Светлана", "Эльза"),
)
PATRONYMICS = (
    ("Маратович", "Рашит улы", "Фаритович", ""),
    ("Маратовна", "Рашит ҡыҙы", "Фаритовна", ""),
)


def register_participants(*, edition: Edition, now: datetime) -> None:
    """Open the registration and let the first heads come; some districts send nobody yet."""
    for position, (name, seats) in enumerate(CATEGORIES):
        Category.objects.create(edition=edition, name=name, seats=seats, position=position)
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
    register_heads(edition, now=now)


def register_heads(edition: Edition, *, now: datetime) -> None:
    chance = random.Random(SEED)  # noqa: S311 a stored seed, not a secret
    settlements = list(Municipality.objects.filter(kind=Kind.RURAL_SETTLEMENT).order_by("code"))
    category = Category.objects.filter(edition=edition).order_by("position")[0]
    questions = list(Question.objects.filter(edition=edition))
    for place in chance.sample(settlements, PARTICIPANTS):
        if place.posts.filter(kind="head", held_to__isnull=True).exists():
            continue
        sex = chance.randrange(2)
        person = add_person(
            surname=chance.choice(SURNAMES) + ("а" if sex else ""),
            given_name=chance.choice(NAMES[sex]),
            patronymic=chance.choice(PATRONYMICS[sex]),
            home=place,
            now=now,
            demonstration=True,
        )
        title = f"глава сельского поселения {place.name}"
        give_post(
            person=person,
            kind="head",
            title=title,
            municipality=place,
            held_from=date(2019, 9, 20),
            elected_first_time=True,
            basis="демонстрационные данные",
        )
        register(
            edition=edition,
            person=person,
            category=category,
            municipality=place,
            post=title,
            answers={
                str(question.pk): chance.choice(question.choices)
                for question in questions
                if question.choices
            },
            now=now,
        )
