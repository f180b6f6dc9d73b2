"""People of a file: those the edition knows already, or new ones without an address."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from rost.core.language import split_name
from rost.core.programme.model import Contribution as Named
from rost.directory.actions.people import add_person
from rost.directory.models import Person
from rost.forum.models import Edition
from rost.forum.queries.draft import person_guid

WORDS_OF_A_FULL_NAME = 3
NAME_LENGTH = 120


class People:
    """By identifier or full name, within the edition only: a file never reaches anybody else."""

    def __init__(self, edition: Edition, *, by: Person | None, now: datetime, source: str) -> None:
        self.edition = edition
        self.by = by
        self.now = now
        self.basis = _("Programme file %(name)s") % {"name": source[-200:]}
        self.created = 0
        known = Person.objects.filter(contributions__session__edition=edition).distinct()
        self.by_guid = {person_guid(person.pk): person for person in known}
        self.by_name = {_key(person.full_name): person for person in known}

    def person(self, named: Named) -> Person:
        person = self.by_guid.get(named.guid) or self.by_name.get(_key(named.name))
        if person is None:
            person = self._add(named.name)
            self.created += 1
        self.by_guid[named.guid] = self.by_name[_key(named.name)] = person
        return person

    def _add(self, name: str) -> Person:
        surname, given, patronymic = parts_of(name)
        return add_person(
            surname=surname,
            given_name=given,
            patronymic=patronymic,
            now=self.now,
            registered_by=self.by,
            basis=self.basis,
            demonstration=self.edition.is_demonstration,
        )


def parts_of(name: str) -> tuple[str, str, str]:
    """A Russian or Bashkir name of three words or more is taken apart; others stay as written.

    Nothing tells which word of «Jean Dupont» is the family name, so both are kept together.
    """
    words = name.split()
    letters = [sign for sign in name if sign.isalpha()]
    cyrillic = all("Ѐ" <= sign <= "ӿ" for sign in letters)
    if len(words) >= WORDS_OF_A_FULL_NAME and letters and cyrillic:
        surname, given, patronymic = split_name(name)
    else:
        surname, given, patronymic = " ".join(words), "", ""
    return surname[:NAME_LENGTH], given[:NAME_LENGTH], patronymic[:NAME_LENGTH]


def _key(name: str) -> str:
    """As the name would be kept, so that one too long to be kept whole is found again."""
    return " ".join(" ".join(parts_of(name)).split()).casefold()
