"""Whom the secretary means: a person of this forum, a place, a body, or a mere name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from rost.core.language import fold
from rost.directory.models import Municipality, Organisation, Person
from rost.directory.queries.places import label_of, place_by_text
from rost.forum.models import Contribution, Edition, Registration, RegistrationStatus, Session


@dataclass(frozen=True, slots=True)
class Promiser:
    """What was written, and what of the directory it names, if it names one thing for sure."""

    written: str
    person: Person | None = None
    organisation: Organisation | None = None
    municipality: Municipality | None = None


def promiser_by_text(edition: Edition, session: Session | None, text: str, day: date) -> Promiser:
    """«Ахметова», «Аскаровский сельсовет, Абзелиловский район», «Живая вода», or anything.

    People are looked for in this session first, then among speakers and participants of the
    forum; of several namesakes none is taken: the organiser says which one.
    """
    text = " ".join(text.split())
    person = person_named(edition, session, text)
    if person is not None:
        return Promiser(text, person, None, place_of(edition, session, person))
    place, _meant = place_by_text(text, day=day) if text else (None, [])
    if place is not None and fold(text) in (fold(place.name), fold(label_of(place)), place.code):
        return Promiser(label_of(place), municipality=place)
    bodies = Organisation.objects.filter(Q(name__iexact=text) | Q(short_name__iexact=text))[:2]
    found = list(bodies) if text else []
    return Promiser(text, organisation=found[0] if len(found) == 1 else None)


def person_named(edition: Edition, session: Session | None, text: str) -> Person | None:
    words = fold(text.replace(".", " ")).split()
    if not words or len(words[0]) < 2:
        return None
    if session is not None:
        here = Person.objects.filter(contributions__session=session)
        if (found := one_of(here, words)) is not None:
            return found
    going = Registration.objects.filter(edition=edition).exclude(
        status=RegistrationStatus.CANCELLED
    )
    speaking = Contribution.objects.filter(session__edition=edition)
    everybody = Person.objects.filter(
        Q(pk__in=going.values("person")) | Q(pk__in=speaking.values("person"))
    )
    return one_of(everybody, words)


def one_of(people, words: list[str]) -> Person | None:  # type: ignore[no-untyped-def]
    """The one whose surname is the first word, and whose other names begin with the rest."""
    found = []
    for person in people.filter(search_name__startswith=words[0]).distinct()[:50]:
        surname, *rest = person.search_name.split()
        if surname == words[0] and all(
            have.startswith(said) for said, have in zip(words[1:], rest, strict=False)
        ):
            found.append(person)
    return found[0] if len(found) == 1 else None


def place_of(edition: Edition, session: Session | None, person: Person) -> Municipality | None:
    """The place the person spoke or came for."""
    parts = Contribution.objects.filter(person=person, territory__isnull=False)
    own = parts.filter(session=session) if session else parts.filter(session__edition=edition)
    part = own.select_related("territory").first()
    if part is not None:
        return part.territory
    came = Registration.objects.filter(edition=edition, person=person).select_related(
        "municipality"
    )
    row = came.first()
    return row.municipality if row is not None else None
