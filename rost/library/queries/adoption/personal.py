"""What adoptions keep about a person."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.functional import Promise

from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.directory.queries.places import label_of
from rost.library.models import AdoptionState

from .doors import all_adoptions


def adoptions_kept(person: Person) -> Iterator[tuple[Cell | Promise, ...]]:
    """Practice, place, state, when it began, on what basis, the contact for everybody."""
    for one in all_adoptions().filter(person=person).order_by("pk"):
        yield (
            one.version.title,
            label_of(one.municipality),
            AdoptionState(one.state).label,
            one.began_at,
            one.basis,
            one.contact,
            one.contact_agreed_at,
        )
