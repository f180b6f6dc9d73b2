"""Finding a person whom somebody else names, so that nobody is entered twice."""

from __future__ import annotations

from django.db.models import Q

from rost.core.language import fold
from rost.directory.models import Municipality, Person


def known_people(
    *, full_name: str, email: str = "", municipality: Municipality | None = None
) -> list[Person]:
    """By e-mail if somebody has it; else by full name among the people of the place.

    A person found by name who has an e-mail address other than the one given is somebody else.
    """
    email = email.strip()
    if email:
        owner = Person.objects.filter(email__iexact=email).first()
        if owner is not None:
            return [owner]
    if municipality is None:
        return []
    people = Person.objects.filter(
        Q(home=municipality) | Q(posts__municipality=municipality),
        search_name=fold(" ".join(full_name.split())),
    ).distinct()
    if email:
        people = people.filter(email__isnull=True)
    return list(people.order_by("id"))


def belongs_to(person: Person, within: tuple[str, ...]) -> bool:
    """Whether the person lives or holds a post in one of the territories; no codes, no bounds."""
    if not within:
        return True
    inside = Municipality.objects.within_any(within)
    return inside.filter(Q(residents=person) | Q(posts__person=person)).exists()
