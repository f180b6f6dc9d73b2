"""All figures of all places, read once and kept in the process while nothing changes.

The database says by one number whether anything did (`adapters.figures`). Of each indicator a
place has the latest statistics; what its people declared is used where statistics are missing.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from rost.core.similarity import Factor, Ground, Shape, Spot, balanced, great_circle, ground
from rost.directory.models import (
    FiguresStamp,
    Indicator,
    IndicatorValue,
    Kind,
    Location,
    Municipality,
    Population,
)

NEARBY = Factor("nearby", "place", Shape.NEARBY, 0.0)
AS_THE_CROW_FLIES = "по прямой, по координатам центров"
COUNTED_FROM_AREA = "население, делённое на площадь"


class Figure(NamedTuple):
    """A figure as it is used: the latest, statistics before what was declared."""

    value: float
    year: int | None
    source: str
    declared: bool = False


class Facts(NamedTuple):
    """One place of the register in force, and what is known of it."""

    pk: int
    code: str
    kind: str
    parent: int | None
    figures: dict[str, Figure]
    point: tuple[float, float] | None

    @property
    def people(self) -> float | None:
        told = self.figures.get("population")
        return told.value if told else None


@dataclass(slots=True)
class Figures:
    """One state of the figures. Grounds are laid out when first asked for."""

    indicators: tuple[Indicator, ...]
    places: Mapping[str, Facts]
    grounds: dict[str, Ground] = field(default_factory=dict)

    @property
    def factors(self) -> tuple[Factor, ...]:
        """Every indicator, and nearness on the map; weights as they usually are."""
        own = (
            Factor(one.code, one.theme, Shape(one.shape), float(one.weight))
            for one in self.indicators
        )
        return (*own, NEARBY)

    def weighed(self, weights: Mapping[str, float]) -> tuple[Factor, ...]:
        """The factors with these weights, or their usual ones, as shares of their themes."""
        usual = self.factors
        asked = [replace(one, weight=weights.get(one.code, one.weight)) for one in usual]
        return balanced(asked, usual)

    def ground(self, kind: str) -> Ground:
        """Places of a kind laid out; of all kinds where it is empty."""
        laid = self.grounds.get(kind)
        if laid is None:
            spots = [spot_of(one) for one in self.places.values() if kind in ("", one.kind)]
            laid = self.grounds[kind] = ground(spots, self.factors)
        return laid


def spot_of(one: Facts) -> Spot:
    latitude, longitude = one.point or (None, None)
    values = {code: told.value for code, told in one.figures.items()}
    return Spot(one.code, values, one.people, latitude, longitude)


_kept: dict[int, Figures] = {}
_lock = threading.Lock()


def current_figures() -> Figures:
    """The figures now; one query while nothing has changed."""
    row = FiguresStamp.objects.filter(pk=1).values_list("number", flat=True).first()
    if row is None:
        return read_figures()  # no trigger has run: nothing vouches for a copy
    kept = _kept.get(row)
    if kept is None:
        kept = read_figures()
        with _lock:
            _kept.clear()
            _kept[row] = kept
    return kept


def figures_of(municipality: Municipality) -> Mapping[str, Figure]:
    """By the code of the indicator; nothing for a place that is not in force."""
    facts = current_figures().places.get(municipality.code)
    return facts.figures if facts else {}


def read_figures() -> Figures:
    """Read everything anew, in five queries."""
    indicators = tuple(Indicator.objects.all())
    places = {one.pk: one for one in _places()}
    sources: dict[str, str] = {}  # many figures share few sources
    names = {one.pk: one.code for one in indicators}
    for place, indicator, year, value, source, declared in _latest():
        facts = places.get(place)
        code = names.get(indicator)
        if facts is None or code is None or (declared and code in facts.figures):
            continue
        shared = sources.setdefault(source, source)
        facts.figures[code] = Figure(value, year, shared, declared)
    _add_residents(places)
    centres = [one for one in places.values() if one.kind in Kind.uppers()]
    _add_distances(places, _capital(places))
    by_pk = {one.pk: one for one in centres}
    for one in places.values():
        _add_density(one)
        _add_centre(one, by_pk)
    return Figures(indicators, {one.code: one for one in places.values()})


def _places() -> Iterator[Facts]:
    points = {
        place: (north, east)
        for place, north, east in Location.objects.values_list(
            "municipality_id", "latitude", "longitude"
        )
    }
    rows = Municipality.objects.filter(valid_to__isnull=True).order_by("code")
    for pk, code, kind, parent in rows.values_list("pk", "code", "kind", "parent_id"):
        yield Facts(pk, code, kind, parent, {}, points.get(pk))


def _latest() -> Iterator[tuple[int, int, int, float, str, bool]]:
    """The latest year of every place and indicator, statistics first."""
    latest = Window(
        RowNumber(),
        partition_by=[F("municipality"), F("indicator"), F("declared")],
        order_by=F("year").desc(),
    )
    rows = IndicatorValue.objects.annotate(turn=latest).filter(turn=1).order_by("declared", "pk")
    return rows.values_list(
        "municipality_id", "indicator_id", "year", "value", "source", "declared"
    ).iterator(chunk_size=5000)


def _add_residents(places: Mapping[int, Facts]) -> None:
    """From the register's own counts, where they are not older than the list's."""
    rows = Population.objects.order_by("year").values_list(
        "municipality_id", "people", "year", "source"
    )
    for place, people, year, source in rows:
        facts = places.get(place)
        if facts is None:
            continue
        told = facts.figures.get("population")
        if told is None or told.declared or (told.year or 0) <= year:
            facts.figures["population"] = Figure(float(people), year, source)


def _capital(places: Mapping[int, Facts]) -> dict[str, tuple[float, float]]:
    """The capital of each region: the centre of its most populous okrug; «to_ufa» is our word."""
    best: dict[str, Facts] = {}
    for one in places.values():
        if one.kind == Kind.URBAN_OKRUG and one.point is not None:
            region = one.code[:2]
            if region not in best or (one.people or 0) > (best[region].people or 0):
                best[region] = one
    return {region: one.point for region, one in best.items() if one.point is not None}


def _add_distances(
    places: Mapping[int, Facts], capitals: Mapping[str, tuple[float, float]]
) -> None:
    for one in places.values():
        capital = capitals.get(one.code[:2])
        if capital is not None and one.point is not None and "to_ufa" not in one.figures:
            far = round(great_circle(one.point, capital), 1)
            one.figures["to_ufa"] = Figure(far, None, AS_THE_CROW_FLIES)


def _add_density(one: Facts) -> None:
    area = one.figures.get("area")
    if "density" not in one.figures and area is not None and area.value > 0 and one.people:
        value = round(one.people / area.value, 2)
        one.figures["density"] = Figure(value, area.year, COUNTED_FROM_AREA, area.declared)


def _add_centre(one: Facts, centres: Mapping[int, Facts]) -> None:
    above = centres.get(one.parent) if one.parent else None
    if above is None or above.point is None or one.point is None:
        return
    if "to_district_centre" not in one.figures:
        far = round(great_circle(one.point, above.point), 1)
        one.figures["to_district_centre"] = Figure(far, None, AS_THE_CROW_FLIES)
