"""Experts, teachers and speakers of the demonstration, with their posts."""

from __future__ import annotations

from datetime import date, datetime

from rost.directory.actions.organisations import add_organisation, approve_organisation
from rost.directory.actions.people import add_person
from rost.directory.actions.posts import give_post
from rost.directory.models import Municipality, Organisation
from rost.directory.models import Person as PersonRow

from .content import ORGANISERS, SPEAKERS, Person

IN_OFFICE_SINCE = date(2019, 9, 20)


def build_people(*, now: datetime) -> dict[str, PersonRow]:
    """The speakers by their key."""
    ufa = Municipality.objects.get(code="80701000")
    for kind, name, short_name in ORGANISERS:
        if not Organisation.objects.filter(name=name).exists():
            organisation = add_organisation(
                kind=kind, name=name, short_name=short_name, municipality=ufa
            )
            approve_organisation(organisation=organisation, by=None, now=now)
    academy = Organisation.objects.get(name=ORGANISERS[2][1])
    return {one.key: build_speaker(one, academy=academy, now=now) for one in SPEAKERS}


def build_speaker(one: Person, *, academy: Organisation, now: datetime) -> PersonRow:
    place = Municipality.objects.get(code=one.place) if one.place else None
    row = add_person(
        surname=one.surname,
        given_name=one.given_name,
        patronymic=one.patronymic,
        home=place,
        now=now,
        demonstration=one.demonstration,
    )
    if one.demonstration:
        give_post(
            person=row,
            kind=one.kind,
            title=one.post,
            municipality=place,
            organisation=None if place else academy,
            held_from=IN_OFFICE_SINCE,
            elected_first_time=one.kind == "head",
            basis="демонстрационные данные",
        )
    return row
