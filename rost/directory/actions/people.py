"""Entering and changing people; a proxy always says on what grounds."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from rost.core.language import fold, full_name, sort_key
from rost.directory.adapters.addresses import keep_address
from rost.directory.models import Municipality, Person, Purpose
from rost.directory.queries.consents import current_text
from rost.ui.refusals import Refusal

from .consents import give_consent


class NameMissing(Refusal):
    """A person needs a surname at least."""


class EmailInvalid(Refusal):
    """The address cannot belong to anybody."""


class EmailTaken(Refusal):
    """Another person has this address."""


class BasisMissing(Refusal):
    """Somebody enters another person without saying on what grounds."""


def add_person(
    *,
    surname: str,
    given_name: str,
    patronymic: str = "",
    email: str | None = None,
    phone: str = "",
    home: Municipality | None = None,
    language: str = "ru",
    now: datetime,
    registered_by: Person | None = None,
    basis: str = "",
    demonstration: bool = False,
) -> Person:
    """Enter a person; doing it for somebody else takes the basis of that person's consent."""
    if registered_by is not None and not basis.strip():
        raise BasisMissing(
            _("Say on what grounds you enter this person: a signed form, a letter, a call.")
        )
    person = Person(
        phone=phone.strip(),
        home=home,
        language=language,
        created_at=now,
        registered_by=registered_by,
        registration_basis=basis.strip(),
        is_demonstration=demonstration,
    )
    person.set_unusable_password()
    _describe(person, surname, given_name, patronymic, email)
    _save(person)
    return person


@transaction.atomic
def enter_person(*, registered_by: Person, basis: str, now: datetime, **told: Any) -> Person:
    """Enter somebody else (as `add_person`) and record the consent that the basis speaks of."""
    person = add_person(registered_by=registered_by, basis=basis, now=now, **told)
    text = current_text(Purpose.PARTICIPATION, person.language)
    if text is not None:
        give_consent(
            person=person,
            purpose=Purpose.PARTICIPATION,
            text=text,
            now=now,
            given_by=registered_by,
            basis=basis,
        )
    return person


@transaction.atomic
def change_person(
    *,
    person: Person,
    surname: str,
    given_name: str,
    patronymic: str,
    email: str | None,
    phone: str,
    home: Municipality | None,
    language: str,
) -> Person:
    """Change what is known about a person; another address takes the place of all old ones.

    Another name is declined anew: what was written down about the old one goes.
    """
    before = person.full_name
    _describe(person, surname, given_name, patronymic, email)
    person.phone = phone.strip()
    person.home = home
    person.language = language
    _save(person)
    if person.full_name != before:
        person.declined_names.all().delete()
    keep_address(person)
    return person


def _describe(
    person: Person, surname: str, given_name: str, patronymic: str, email: str | None
) -> None:
    person.surname = " ".join(surname.split())
    person.given_name = " ".join(given_name.split())
    person.patronymic = " ".join(patronymic.split())
    if not person.surname:
        raise NameMissing(_("Write the surname."))
    person.email = _clean_email(email)
    name = full_name(person.surname, person.given_name, person.patronymic)
    person.search_name = fold(name)[:400]
    person.sort_key = sort_key(name)[:500]


def _clean_email(email: str | None) -> str | None:
    email = (email or "").strip().lower()
    if not email:
        return None
    try:
        validate_email(email)
    except ValidationError as error:
        raise EmailInvalid(_("This e-mail address is written wrongly: check it.")) from error
    return email


def _save(person: Person) -> None:
    """The database decides whether an address is free; no two requests can both pass."""
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:
        if person.email and Person.objects.filter(email__iexact=person.email).exclude(pk=person.pk):
            raise EmailTaken(
                _("This e-mail address belongs to another person: look the person up instead.")
            ) from error
        raise
