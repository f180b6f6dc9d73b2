"""Loading the register that the platform ships."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.db import transaction

from rost.core.codes import parse_oktmo
from rost.directory.models import Municipality, Population

from .describing import describe, level_of

REGISTER = Path(__file__).parents[2] / "data" / "municipalities.csv"
REGISTER_SOURCE = "ОК 033-2013, состав муниципальных образований на 1 октября 2021 г."
CENSUS_SOURCE = "Всероссийская перепись населения 2021 г."
CENSUS_YEAR = 2021
FIELDS = ("name", "name_ba", "kind", "centre_type", "centre_name")
DESCRIBED = ("parent", "path", "search_name", "sort_key", "source")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the shipped register; kind and parent follow from the code."""

    code: str
    name: str
    name_ba: str
    centre_type: str
    centre_name: str
    people: int

    @property
    def kind(self) -> str:
        return parse_oktmo(self.code).kind.value

    @property
    def parent_code(self) -> str | None:
        return parse_oktmo(self.code).parent


@transaction.atomic
def load_register(*, now: datetime) -> dict[str, int]:
    """Bring in what is missing and correct what nobody has touched since; idempotent by code.

    A municipality that an import, a merge or a rename has changed names that as its source
    and is left alone. The dates of foundation are not in the register: `valid_from` stays open.
    """
    kept = {place.code: place for place in Municipality.objects.filter(code__in=register())}
    created = _create_missing(kept)
    changed = _correct(kept)
    counted = _count_people(kept)
    return {
        "created": created,
        "changed": changed,
        "unchanged": len(register()) - created - changed,
        "populations": counted,
    }


@lru_cache(maxsize=1)
def register() -> dict[str, Entry]:
    """The shipped register by code, parents before children."""
    return {
        entry.code: entry
        for entry in sorted(_read(), key=lambda entry: (level_of(entry.code), entry.code))
    }


def _read() -> Iterator[Entry]:
    with REGISTER.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            yield Entry(
                code=line["oktmo"],
                name=line["name"],
                name_ba=line["name_ba"],
                centre_type=line["centre_type"],
                centre_name=line["centre"],
                people=int(line["people_2021"]),
            )


def _create_missing(kept: dict[str, Municipality]) -> int:
    """Level by level, so that parents have their keys before children name them."""
    created = 0
    for level in range(3):
        fresh = []
        for entry in register().values():
            if entry.code not in kept and level_of(entry.code) == level:
                place = Municipality(code=entry.code)
                _fill(place, entry, kept)
                fresh.append(place)
        Municipality.objects.bulk_create(fresh, batch_size=500)
        kept |= {place.code: place for place in fresh}
        created += len(fresh)
    return created


def _correct(kept: dict[str, Municipality]) -> int:
    changed = []
    for entry in register().values():
        place = kept[entry.code]
        if place.source == REGISTER_SOURCE and _differs(place, entry):
            _fill(place, entry, kept)
            changed.append(place)
    Municipality.objects.bulk_update(changed, [*FIELDS, *DESCRIBED], batch_size=200)
    return len(changed)


def _differs(place: Municipality, entry: Entry) -> bool:
    return any(getattr(place, field) != getattr(entry, field) for field in FIELDS)


def _fill(place: Municipality, entry: Entry, kept: dict[str, Municipality]) -> None:
    for field in FIELDS:
        setattr(place, field, getattr(entry, field))
    place.source = REGISTER_SOURCE
    describe(place, kept[entry.parent_code] if entry.parent_code else None)


def _count_people(kept: dict[str, Municipality]) -> int:
    known = set(
        Population.objects.filter(year=CENSUS_YEAR, municipality__code__in=register()).values_list(
            "municipality__code", flat=True
        )
    )
    fresh = [
        Population(
            municipality=kept[entry.code],
            year=CENSUS_YEAR,
            people=entry.people,
            source=CENSUS_SOURCE,
        )
        for entry in register().values()
        if entry.code not in known
    ]
    Population.objects.bulk_create(fresh, batch_size=500)
    return len(fresh)
