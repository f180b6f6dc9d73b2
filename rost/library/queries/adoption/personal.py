"""What adoptions keep about a person."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.utils.functional import Promise

from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.directory.queries.places import label_of
from rost.library.models import AdoptionState

from .doors import all_adoptions


def adoptions_kept(person: Person) -> Iterator[tuple[Cell | Promise, ...]]:
    """Practice, place, state, when it began, on what basis, the contact for everybody."""
    mine = Q(person=person) | Q(contact_by=person)
    for one in all_adoptions().filter(mine).order_by("pk"):
        yield (
            one.version.title,
            label_of(one.municipality),
            AdoptionState(one.state).label,
            one.began_at,
            one.basis if one.person_id == person.pk else "",
            one.contact if one.contact_by_id == person.pk else "",
            one.contact_agreed_at if one.contact_by_id == person.pk else None,
        )
