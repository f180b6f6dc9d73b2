"""Places like a place, as the search and the territory page use them."""

from __future__ import annotations

from dataclasses import dataclass

from rost.directory.models import Municipality


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A place like the one of the page, and why, in words."""

    place: Municipality
    why: str


def codes_like(place: Municipality) -> tuple[str, ...]:
    """Codes of its nearest peers, the nearest first."""
    return tuple(one.place.code for one in neighbours_of(place))


def neighbours_of(place: Municipality) -> tuple[Neighbour, ...]:
    return ()
