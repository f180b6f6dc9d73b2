"""Registering oneself: name and telephone corrected on the way, consents given with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from rost.directory.actions.consents import give_consent
from rost.directory.actions.people import change_person
from rost.directory.models import ConsentText, Municipality, Person
from rost.forum.actions.locking import lock_edition
from rost.forum.models import Category, Edition, Registration, RegistrationStatus

from .refusals import AlreadyCancelled
from .registering import register


@dataclass(frozen=True, slots=True)
class Names:
    """What a person says of oneself on the registration page."""

    surname: str
    given_name: str
    patronymic: str = ""
    phone: str = ""


@transaction.atomic
def register_oneself(
    *,
    edition: Edition,
    person: Person,
    names: Names,
    category: Category,
    municipality: Municipality | None,
    post: str,
    answers: Mapping[str, str],
    consents: Sequence[ConsentText],
    now: datetime,
) -> Registration:
    """All of it or nothing: a refusal leaves neither a registration nor a consent behind."""
    registration = register(
        edition=edition,
        person=person,
        category=category,
        municipality=municipality,
        post=post,
        answers=answers,
        now=now,
    )
    _correct(person, names, municipality)  # after the edition's lock: the one order of locks
    for text in consents:
        give_consent(person=person, purpose=text.purpose, text=text, now=now)
    return registration


@transaction.atomic
def change_answers(
    *, registration: Registration, post: str, answers: Mapping[str, str], now: datetime
) -> Registration:
    """Correct what was told; the seat, the category and the place in the queue stay."""
    lock_edition(registration.edition_id)
    registration.refresh_from_db()
    if registration.status == RegistrationStatus.CANCELLED:
        raise AlreadyCancelled
    registration.post = post.strip()[:300]
    registration.answers = dict(answers)
    registration.changed_at = now
    registration.save(update_fields=["post", "answers", "changed_at"])
    return registration


def _correct(person: Person, names: Names, municipality: Municipality | None) -> None:
    known = Names(person.surname, person.given_name, person.patronymic, person.phone)
    if names == known and (person.home_id is not None or municipality is None):
        return
    change_person(
        person=person,
        surname=names.surname,
        given_name=names.given_name,
        patronymic=names.patronymic,
        email=person.email,
        phone=names.phone,
        home=person.home or municipality,
        language=person.language,
    )
