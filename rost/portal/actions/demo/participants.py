"""Who comes to the forum: five hundred invented people from every district and okrug.

All of them by the actions of real life, in an order and with choices from a stored seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from rost.directory.actions.consents import give_consent
from rost.directory.actions.people import add_person
from rost.directory.actions.posts import give_post
from rost.directory.models import ConsentText, Kind, Municipality, Person, PostKind, Purpose
from rost.directory.queries.consents import current_text
from rost.forum.actions.invitations import invite_first_time_heads
from rost.forum.actions.registration import register
from rost.forum.models import Category, Edition, Question, Registration

from .content import names

SEED = 20200218
PARTICIPANTS = 500
FIRST_TIME_HEADS, SPECIALISTS = 3, 2  # of each district, as far as it has settlements
IN_OFFICE_SINCE = date(2019, 9, 20)
ELECTED_BEFORE = date(2014, 9, 20)
NEW_HEAD, HEAD, SPECIALIST, NGO, GUEST = range(5)  # categories by their position


@dataclass(frozen=True, slots=True)
class Coming:
    """Somebody who will come: from where, in which category, with which post."""

    place: Municipality
    category: int
    post: str


def register_participants(edition: Edition, *, now: datetime) -> list[Registration]:
    """Enter everybody, invite the heads elected for the first time, then register all but some."""
    chance = random.Random(SEED)  # noqa: S311 a stored seed, not a secret
    categories = list(Category.objects.filter(edition=edition).order_by("position"))
    questions = list(Question.objects.filter(edition=edition))
    texts = [current_text(one, "ru") for one in (Purpose.PARTICIPATION, Purpose.PHOTO_VIDEO)]
    coming = [(one, enter(one, chance, now=now)) for one in everybody(chance)]
    for place in silent_places():
        enter(Coming(place, NEW_HEAD, post_of(place)), chance, now=now)
    invite_first_time_heads(edition=edition, category=categories[NEW_HEAD], now=now)
    chance.shuffle(coming)
    found = []
    for one, person in coming:
        agree(person, texts, chance, now=now)
        answers = {
            str(question.pk): chance.choice(question.choices)
            for question in questions
            if question.choices
        }
        found.append(
            register(
                edition=edition,
                person=person,
                category=categories[one.category],
                municipality=one.place,
                post=one.post,
                answers=answers,
                now=now,
            )
        )
    return found


def everybody(chance: random.Random) -> list[Coming]:
    """From each district or okrug its head, new heads of settlements, specialists, an NGO; the
    rest of the five hundred are guests from anywhere."""
    uppers = list(Municipality.objects.upper().order_by("code"))
    settlements: dict[int | None, list[Municipality]] = {}
    for one in Municipality.objects.filter(kind=Kind.RURAL_SETTLEMENT).order_by("code"):
        settlements.setdefault(one.parent_id, []).append(one)
    found = [
        one for upper in uppers for one in of_district(upper, settlements.get(upper.pk, []), chance)
    ]
    guests = (
        Coming(chance.choice(uppers), GUEST, "общественный представитель")
        for _number in range(PARTICIPANTS - len(found))
    )
    return [*found, *guests]


def of_district(
    upper: Municipality, settlements: list[Municipality], chance: random.Random
) -> Iterator[Coming]:
    okrug = upper.kind == Kind.URBAN_OKRUG
    yield Coming(upper, HEAD, "глава городского округа" if okrug else "глава муниципального района")
    longest = [one for one in settlements if one.code == names.LONGEST_NAMED]
    others = [one for one in settlements if one not in longest and not one.posts.exists()]
    wanted = min(FIRST_TIME_HEADS, len(settlements)) - len(longest)
    for place in [*longest, *chance.sample(others, wanted)]:
        yield Coming(place, NEW_HEAD, post_of(place))
    for _number in range(SPECIALISTS):
        yield Coming(upper, SPECIALIST, chance.choice(names.SPECIALIST_POSTS))
    yield Coming(upper, NGO, f"руководитель НКО «{chance.choice(names.NGO_NAMES)}»")


def silent_places() -> list[Municipality]:
    """Settlements whose invited heads do not answer."""
    free = Municipality.objects.filter(kind=Kind.RURAL_SETTLEMENT, posts__isnull=True)
    return list(free.exclude(code="80601410").order_by("-code")[:: len(names.SURNAMES)])


def post_of(place: Municipality) -> str:
    """In the official name where it is the longest of all: papers must have room for it."""
    if place.code == names.LONGEST_NAMED and place.parent is not None:
        return (
            f"глава сельского поселения {place.name} муниципального района {place.parent.name} "
            "Республики Башкортостан"
        )
    return f"глава сельского поселения {place.name}"


def enter(one: Coming, chance: random.Random, *, now: datetime) -> Person:
    sex = chance.randrange(2)
    person = add_person(
        surname=chance.choice(names.SURNAMES)[sex],
        given_name=chance.choice(names.GIVEN[sex]),
        patronymic=chance.choice(names.PATRONYMICS[sex]),
        home=one.place,
        now=now,
        demonstration=True,
    )
    if one.category in (NEW_HEAD, HEAD, SPECIALIST):
        new = one.category == NEW_HEAD
        give_post(
            person=person,
            kind=PostKind.SPECIALIST if one.category == SPECIALIST else PostKind.HEAD,
            title=one.post,
            municipality=one.place,
            held_from=IN_OFFICE_SINCE if new else ELECTED_BEFORE,
            elected_first_time=new,
            basis="демонстрационные данные",
        )
    return person


def agree(
    person: Person,
    texts: list[ConsentText | None],
    chance: random.Random,
    *,
    now: datetime,
) -> None:
    """To take part, and four of five to photographs."""
    wanted = texts if chance.random() < 0.8 else texts[:1]
    for text in wanted:
        if text is not None:
            give_consent(person=person, purpose=text.purpose, text=text, now=now)
