"""The registry of spaces: what a role may be granted for besides the platform and a territory.

A room declares its kind of spaces in `AppConfig.ready()`:

    register_spaces(
        SpaceKind(
            name="forum.edition",            # names of its spaces begin with it: forum.edition:1
            title=_("Forums"),
            listing=queries.editions.spaces, # () → (space, title) in the order of the list
        )
    )
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

Listing = Callable[[], Iterable[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class SpaceKind:
    name: str
    title: str | Promise
    listing: Listing


_registry: dict[str, SpaceKind] = {}


def register_spaces(kind: SpaceKind) -> None:
    """Declare a kind once; declaring another under the same name is a mistake."""
    if _registry.get(kind.name, kind).listing is not kind.listing:
        raise ValueError(f"{kind.name} is declared twice")
    _registry[kind.name] = kind


def spaces_by_kind() -> list[tuple[str, list[tuple[str, str]]]]:
    """Spaces that there are, by the title of their kind: one query a kind."""
    found = [(str(kind.title), list(kind.listing())) for kind in _registry.values()]
    return [(title, spaces) for title, spaces in found if spaces]


def space_titles(spaces: Iterable[str]) -> dict[str, str]:
    """Titles of the given spaces; no query where there are none. A lost one is left out."""
    asked = set(filter(None, spaces))
    kinds = {one.partition(":")[0] for one in asked}
    return {
        space: title
        for name in kinds & _registry.keys()
        for space, title in _registry[name].listing()
        if space in asked
    }
