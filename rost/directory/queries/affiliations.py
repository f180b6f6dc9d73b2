"""For whom a person may speak."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rost.directory.models import Municipality, Organisation, Person, Post


@dataclass(frozen=True, slots=True)
class Affiliation:
    """For whom a person may speak: places and organisations of the posts held today."""

    places: tuple[Municipality, ...]
    organisations: tuple[Organisation, ...]


def affiliations_of(person: Person, day: date) -> Affiliation:
    posts = list(
        Post.objects.filter(person=person)
        .held_on(day)
        .select_related("municipality__parent", "organisation")
        .order_by("-held_from", "id")
    )
    places = [one.municipality for one in posts if one.municipality is not None]
    bodies = [one.organisation for one in posts if one.organisation is not None]
    if person.home is not None:
        places.append(person.home)
    return Affiliation(tuple(dict.fromkeys(places)), tuple(dict.fromkeys(bodies)))
