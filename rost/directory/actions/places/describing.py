"""The columns of a municipality that follow from its names and its place in the tree."""

from __future__ import annotations

from collections.abc import Iterable

from rost.core.language import fold, sort_key
from rost.directory.models import Municipality

SEARCH_SIGNS = 420
SORT_SIGNS = 500


def level_of(code: str) -> int:
    """0 for a region, 1 for a district or okrug, 2 below: parents are written before children."""
    return 0 if code.endswith("000000") else 1 if code.endswith("000") else 2


def describe(
    place: Municipality, parent: Municipality | None, *, former: Iterable[str] = ()
) -> None:
    """Hang the place under its parent and renew its keys; nothing is saved.

    People look for a settlement by its own names, past ones too, and by its district's.
    """
    place.parent = parent
    place.path = f"{parent.path if parent else '.'}{place.code}."
    names = [place.name, place.name_ba, *former]
    if parent is not None and parent.parent_id is not None:
        names.append(parent.name)
    place.search_name = fold(" ".join(filter(None, names)))[:SEARCH_SIGNS]
    place.sort_key = sort_key(place.name)[:SORT_SIGNS]


def describe_below(place: Municipality) -> int:
    """Renew and save the keys of everything under a place that was moved or renamed."""
    renewed: list[Municipality] = []
    level = {place.pk: place}
    while level:
        below = Municipality.objects.filter(parent__in=level).prefetch_related("former_names")
        children = list(below)
        for child in children:
            former = [one.name for one in child.former_names.all()]
            describe(child, level[child.parent_id or 0], former=former)
        renewed += children
        level = {child.pk: child for child in children}
    Municipality.objects.bulk_update(renewed, ["path", "search_name", "sort_key"], batch_size=200)
    return len(renewed)
