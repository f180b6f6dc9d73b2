"""Names of people in a case: written down by somebody who knows, or made by rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rost.core.language.declension import Case, Declined, Doubt, decline
from rost.directory.models import DeclinedName, NameCase, Person


@dataclass(frozen=True, slots=True)
class NameInCase:
    """A whole name in a case; what is written down is certain, a rule may be in doubt."""

    text: str
    certain: bool
    why: tuple[Doubt, ...] = ()
    written: bool = False


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case of a person's name: what the rule says, and what is written down instead."""

    case: NameCase
    rule: Declined
    written: str = ""

    @property
    def text(self) -> str:
        return self.written or self.rule.text


def names_in_case(people: Iterable[Person], case: str) -> dict[int, NameInCase]:
    """Each person's name by the person's key; one query for what is written down."""
    asked = list(people)
    kept = DeclinedName.objects.filter(person__in=asked, case=case)
    written = dict(kept.values_list("person_id", "text"))
    names = {}
    for person in asked:
        if person.pk in written:
            names[person.pk] = NameInCase(written[person.pk], True, written=True)
        else:
            rule = by_rule(person, case)
            names[person.pk] = NameInCase(rule.text, rule.certain, rule.why)
    return names


def case_lines(person: Person) -> list[CaseLine]:
    """A person's name in all four cases."""
    written = dict(person.declined_names.values_list("case", "text"))
    return [CaseLine(case, by_rule(person, case), written.get(case, "")) for case in NameCase]


def by_rule(person: Person, case: str) -> Declined:
    return decline(person.surname, person.given_name, person.patronymic, Case(case))
