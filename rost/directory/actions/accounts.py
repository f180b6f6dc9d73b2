"""What people do with their own account: correct it, leave for good."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.actions.people import change_person
from rost.directory.actions.retention import REQUEST, write_act
from rost.directory.models import DestructionAct, Municipality, Person, Role, RoleName, ScopeKind
from rost.directory.queries.personal_data import data_classes
from rost.directory.queries.visitors import local_day
from rost.ui.refusals import Refusal


class OnlyAdministrator(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Nothing was removed: you are the only administrator, and without you nobody "
                "could run the platform. Make somebody else an administrator first."
            )
        )


def correct_profile(
    *,
    person: Person,
    surname: str,
    given_name: str,
    patronymic: str,
    phone: str,
    language: str,
    home: Municipality | None,
) -> Person:
    """Correct one's own data; the address has a page of its own, where it is confirmed."""
    return change_person(
        person=person,
        surname=surname,
        given_name=given_name,
        patronymic=patronymic,
        email=person.email,
        phone=phone,
        home=home,
        language=language,
    )


@transaction.atomic
def delete_person(*, person: Person, now: datetime, by: Person | None = None) -> DestructionAct:
    """Remove the person and everything kept about them, all or nothing; write the act.

    `by` is whoever did it on the person's request; None when the person did it.
    """
    if is_only_administrator(person, now=now):
        raise OnlyAdministrator
    return write_act(by=by, now=now, reason=REQUEST, totals=erase_person(person, now=now))


def erase_person(person: Person, *, now: datetime) -> dict[str, int]:
    """Erase every class, upper rooms first, the profile last; counts of what went, by class."""
    totals = {}
    for one in reversed(data_classes()):
        totals[one.name] = one.erase(person, now)
    return {name: count for name, count in totals.items() if count}


def is_only_administrator(person: Person, *, now: datetime) -> bool:
    administrators = (
        Role.objects.held_on(local_day(now))
        .filter(name=RoleName.ADMINISTRATOR, scope=ScopeKind.PLATFORM, person__is_active=True)
        .select_for_update(of=("self",))
        .values_list("person_id", flat=True)
    )
    return set(administrators) == {person.pk}
