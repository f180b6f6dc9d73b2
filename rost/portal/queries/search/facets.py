"""Filters beside the results: every choice is an address, with the number of cards behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from rost.catalogue.rules import COST_BANDS, PEOPLE_BANDS
from rost.directory.models import Municipality
from rost.directory.queries.places import label_of
from rost.portal.queries.search.asked import MANY, Asked
from rost.portal.queries.search.wording import GROUPS, SORTS, value_text

# Names of filters in the address, and of what the catalogue counts.
COUNTED = {
    "kind": "kind",
    "issue": "local_issue",
    "place": "district",
    "cost": "cost",
    "size": "size",
    "project": "national_project",
    "year": "year",
}
SHOWN_AT_ONCE = 7
BANDS = {one.code: (one.least, one.below) for one in (*COST_BANDS, *PEOPLE_BANDS)}
IN_ORDER = {"cost": COST_BANDS, "size": PEOPLE_BANDS}


@dataclass(frozen=True, slots=True)
class Choice:
    """`address` is the search with it chosen, or given up if it is."""

    text: str
    address: str
    count: int | None = None
    chosen: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    title: str | Promise
    choices: tuple[Choice, ...]

    @property
    def first(self) -> tuple[Choice, ...]:
        return self.choices[:SHOWN_AT_ONCE]

    @property
    def rest(self) -> tuple[Choice, ...]:
        return self.choices[SHOWN_AT_ONCE:]


Counts = Mapping[str, Iterable[tuple[str, int]]]


def groups_of(asked: Asked, counts: Counts, named: Mapping[str, Municipality]) -> tuple[Group, ...]:
    """Groups with something to choose; what is chosen stands first."""
    groups = []
    for name, counted in COUNTED.items():
        values = dict(ordered(name, counts.get(counted, ())))
        for value in asked.values(name):
            values.setdefault(value, 0)
        choices = [choice_of(asked, name, value, number, named) for value, number in values.items()]
        choices.sort(key=lambda one: not one.chosen)
        if len(choices) > 1 or any(one.chosen for one in choices):
            groups.append(Group(name, GROUPS[name], tuple(choices)))
    return tuple(groups)


def ordered(name: str, counted: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Bands and years in their own order, the rest by how many there are."""
    rows = list(counted)
    if name in IN_ORDER:
        places = {band.code: at for at, band in enumerate(IN_ORDER[name])}
        return sorted(rows, key=lambda row: places.get(row[0], len(places)))
    if name == "year":
        return sorted(rows, key=lambda row: row[0], reverse=True)
    return rows


def choice_of(
    asked: Asked, name: str, value: str, number: int, named: Mapping[str, Municipality]
) -> Choice:
    return Choice(
        text=text_of(name, value, named),
        address=asked.toggled(name, value).address,
        count=number,
        chosen=asked.has(name, value),
        lang="ru" if name == "place" else "",
    )


def chips_of(asked: Asked, named: Mapping[str, Municipality]) -> tuple[Choice, ...]:
    """What is chosen, each with the address of the search without it."""
    chosen = [(name, value) for name in MANY for value in asked.values(name)]
    chips = [choice_of(asked, name, value, 0, named) for name, value in chosen]
    if asked.place:
        chips.append(choice_of(asked, "place", asked.place, 0, named))
    if asked.like:
        place = named.get(asked.like)
        text = _("At places like %(place)s") % {"place": label_of(place) if place else asked.like}
        chips.append(Choice(text, replace(asked, like="").address, chosen=True))
    return tuple(chips)


def text_of(name: str, value: str, named: Mapping[str, Municipality]) -> str:
    if name == "place":
        return label_of(named[value]) if value in named else value
    return value_text(name, value, BANDS)


def sorts_of(asked: Asked) -> tuple[Choice, ...]:
    return tuple(
        Choice(str(text), replace(asked, sort=name).address, chosen=name == asked.sort)
        for name, text in SORTS.items()
    )
