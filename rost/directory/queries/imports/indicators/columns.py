"""Which column is which in a list of figures.

Flat lists have a line a figure: place, indicator, year, value. The statistics' database of
municipalities is published so by several hands, and headings differ; all that are known are here.
Sheets have a line a place and a column a figure, headed by the indicator, its unit and its year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rost.core.language import fold
from rost.core.tables import Columns, match_columns

from .units import is_unit

WANTED = {
    "code": (
        "октмо",
        "oktmo",
        "код октмо",
        "код по октмо",
        "код",
        "code",
        "oktmo code",
        "oktmo_stable",
        "territory code",
        "код территории",
        "код муниципального образования",
    ),
    "name": (
        "наименование",
        "название",
        "муниципальное образование",
        "поселение",
        "сельское поселение",
        "municipality",
        "mun name",
    ),
    "district": ("район", "муниципальный район", "district", "mun district", "городской округ"),
    "indicator_code": ("indicator code", "код показателя", "indicator id", "pokazatel code"),
    "indicator": (
        "показатель",
        "indicator",
        "indicator name",
        "наименование показателя",
        "название показателя",
        "pokazatel",
    ),
    "year": ("год", "year", "отчетный год", "indicator year", "период", "date"),
    "value": ("значение", "value", "indicator value", "значение показателя", "obs value"),
    "unit": (
        "единица измерения",
        "единицы измерения",
        "ед изм",
        "ед",
        "unit",
        "indicator unit",
        "единица",
    ),
}
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)\s*(?:г\.|год[ау]?)?")
BRACKETS = re.compile(r"[\[(]([^\])]*)[\])]")


@dataclass(frozen=True, slots=True)
class Headed:
    """A column of a sheet: what it says and how it is read."""

    place: int
    heading: str
    indicator: str  # folded
    year: str
    unit: str


def columns_of(header: Sequence[str]) -> Columns:
    return match_columns(header, WANTED)


def is_flat(columns: Columns) -> bool:
    names = columns.places.keys()
    return "value" in names and bool({"indicator", "indicator_code"} & names)


def is_header(header: Sequence[str]) -> bool:
    """A row that names places and something of them; titles above tables do not."""
    names = columns_of(header).places.keys()
    return bool({"code", "name"} & names) and len([cell for cell in header if cell]) > 1


def headed(header: Sequence[str], columns: Columns) -> list[Headed]:
    """Columns of a sheet that are no names of places."""
    taken = {place for name, place in columns.places.items() if name != "unit"}
    return [
        _read(place, heading)
        for place, heading in enumerate(header)
        if heading and place not in taken
    ]


def _read(place: int, heading: str) -> Headed:
    found = YEAR.search(heading)
    year = found.group(1) if found else ""
    rest, unit = YEAR.sub(" ", heading), ""
    for inside in BRACKETS.findall(rest):
        if is_unit(inside):
            unit = inside
            rest = rest.replace(f"({inside})", " ").replace(f"[{inside}]", " ")
    rest = rest.strip(" ,;:")
    before, comma, after = rest.rpartition(",")
    if not unit and comma and is_unit(after):
        rest, unit = before, after.strip()
    return Headed(place, heading, fold(rest), year, unit)
