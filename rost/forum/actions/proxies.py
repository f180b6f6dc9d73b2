"""Registering somebody else: the person is found or entered, and the basis of consent recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.core.language import full_name
from rost.directory.actions.consents import give_consent
from rost.directory.actions.people import add_person
from rost.directory.models import Municipality, Person, Purpose
from rost.directory.queries.consents import agreed, current_text
from rost.forum.models import Category, Edition, Registration
from rost.forum.queries.people import belongs_to, known_people
from rost.ui.refusals import Refusal

from .locking import lock_edition
from .registration import BasisNeeded, register


class SeveralPeople(Refusal):
    """The name fits several people of the place; only an e-mail address tells them apart."""

    def __init__(self) -> None:
        super().__init__(
            _("Several people here have this name: write the e-mail address of the one you mean.")
        )


class EmailOfAnother(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("This e-mail address belongs to a person with another name: check both.")
        )


class PersonElsewhere(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "This person is known and belongs to another territory: "
                "ask them to register themselves, or ask the organisers."
            )
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told about a person who is registered by somebody else."""

    surname: str
    given_name: str = ""
    patronymic: str = ""
    email: str = ""
    phone: str = ""
    post: str = ""

    @property
    def full_name(self) -> str:
        return full_name(self.surname, self.given_name, self.patronymic)


@transaction.atomic
def register_other(
    *,
    edition: Edition,
    entry: Entry,
    category: Category,
    municipality: Municipality | None,
    registered_by: Person,
    basis: str,
    now: datetime,
    answers: Mapping[str, str] | None = None,
    within: tuple[str, ...] = (),
    at_any_hour: bool = False,
) -> Registration:
    """Register a person on their behalf; the same person is never entered twice.

    `within` are codes of the territories whose known people may be registered; none: all.
    """
    if not basis.strip():
        raise BasisNeeded
    edition = lock_edition(edition)  # before the search: two at once must not both enter the person
    person = find_or_add(
        entry,
        municipality=municipality,
        registered_by=registered_by,
        basis=basis,
        within=within,
        now=now,
    )
    registration = register(
        edition=edition,
        person=person,
        category=category,
        municipality=municipality,
        post=entry.post,
        answers=answers,
        registered_by=registered_by,
        basis=basis,
        now=now,
        at_any_hour=at_any_hour,
    )
    record_basis(person, given_by=registered_by, basis=basis, now=now)
    return registration


def find_or_add(
    entry: Entry,
    *,
    municipality: Municipality | None,
    registered_by: Person,
    basis: str,
    now: datetime,
    within: tuple[str, ...] = (),
) -> Person:
    """By e-mail, else by full name in the same place; whoever is not found is entered."""
    found = known_people(full_name=entry.full_name, email=entry.email, municipality=municipality)
    if len(found) > 1:
        raise SeveralPeople
    if found:
        if found[0].surname.casefold() != entry.surname.strip().casefold():
            raise EmailOfAnother
        if not belongs_to(found[0], within):
            raise PersonElsewhere
        return found[0]
    return add_person(
        surname=entry.surname,
        given_name=entry.given_name,
        patronymic=entry.patronymic,
        email=entry.email or None,
        phone=entry.phone,
        home=municipality,
        now=now,
        registered_by=registered_by,
        basis=basis,
    )


def record_basis(person: Person, *, given_by: Person, basis: str, now: datetime) -> None:
    """The consent to take part, with the grounds on which a proxy entered it; one's own stands."""
    text = current_text(Purpose.PARTICIPATION, person.language)
    if text is None or agreed(person, Purpose.PARTICIPATION):
        return
    give_consent(
        person=person,
        purpose=Purpose.PARTICIPATION,
        text=text,
        now=now,
        given_by=given_by,
        basis=basis,
    )
