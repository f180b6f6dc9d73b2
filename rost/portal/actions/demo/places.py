"""Figures of the demonstration for every municipality: invented, in keeping with size and kind.

Residents are real (the census); everything else comes from a stored seed and is marked so by its
source. Settlements are scattered around the centre of their district.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Mapping
from datetime import datetime

from rost.directory.actions.indicators import Line, Point, write_locations, write_values
from rost.directory.models import IndicatorValue, Kind, Location, Municipality, Population

SEED = 46
SOURCE = "демонстрационные данные"
YEAR = 2025
KILOMETRES = 111.2  # in a degree of latitude
SERVICES = {  # share of villages of a thousand residents that have it
    "gas": 0.8,
    "water": 0.75,
    "road": 0.82,
    "mobile": 0.78,
    "internet": 0.55,
    "school": 0.85,
    "kindergarten": 0.72,
    "fap": 0.93,
    "culture_house": 0.92,
}


def build_figures(*, now: datetime) -> None:
    """Once: what stands from this source is left alone."""
    if IndicatorValue.objects.filter(source=SOURCE).exists():
        return
    chance = random.Random(SEED)  # noqa: S311 a stored seed, not a secret
    people = residents()
    places = list(
        Municipality.objects.exclude(kind=Kind.REGION).select_related("parent").order_by("code")
    )
    lines = [line for place in places for line in figures_of(place, people, chance)]
    write_values(values=lines, source=SOURCE, now=now)
    write_locations(lines=list(points_of(places, chance)), source=SOURCE, now=now)


def residents() -> dict[int, int]:
    rows = Population.objects.order_by("year").values_list("municipality", "people")
    return dict(rows)


def figures_of(
    place: Municipality, people: Mapping[int, int], chance: random.Random
) -> Iterator[Line]:
    count = people.get(place.pk, 0)
    if not count:
        return
    rural = place.kind == Kind.RURAL_SETTLEMENT
    for code, value in values_of(count, rural, chance).items():
        yield Line(place, code, YEAR, value)
    if rural:
        yield Line(place, "to_district_centre", YEAR, float(round(chance.triangular(3, 62, 21))))


def values_of(count: int, rural: bool, chance: random.Random) -> dict[str, float]:
    """Small places are older, poorer and lack more; towns have everything."""
    size = math.log10(count)
    young = max(9.0, chance.gauss(12 + 2.2 * size, 2.2))
    elder = min(45.0, max(14.0, chance.gauss(39 - 4.3 * size, 3.0)))
    own = count * max(0.9, chance.gauss(0.6 + 0.75 * size, 0.6))
    share = min(92.0, max(9.0, chance.gauss(5 + 11 * size, 6)))
    figures = {
        "age_young": round(young, 1),
        "age_elder": round(elder, 1),
        "age_working": round(100 - young - elder, 1),
        "bashkir_speakers": round(chance.triangular(4, 96, 34), 1),
        "area": round(chance.triangular(60, 420, 150) if rural else 8 + count**0.62 / 4, 1),
        "localities": float(max(1, round(chance.triangular(1, 13, 5)))) if rural else 1.0,
        "own_revenue": float(round(own)),
        "budget": float(round(own * 100 / share)),
        "own_share": round(share, 1),
        "housing": float(round(count * chance.gauss(25, 2.5))),
        "businesses": float(max(1, round(count * chance.gauss(18 + 2 * size, 4) / 1000))),
        "livestock": float(round(count * max(0.02, chance.gauss(0.62, 0.2)))) if rural else 0.0,
        "farms": float(max(1, round(chance.triangular(1, 21, 4)))) if rural else 1.0,
        "unemployment": round(max(0.3, chance.gauss(2.6 - 0.4 * size, 0.5)), 1),
    }
    for code, usual in SERVICES.items():
        has = 1 / (1 + math.exp(-(math.log(usual / (1 - usual)) + 2.2 * (size - 3))))
        figures[code] = float(not rural or chance.random() < has)
    return figures


def points_of(places: list[Municipality], chance: random.Random) -> Iterator[Point]:
    """Eight to thirty-eight kilometres from the centre of the district, in any direction."""
    known = {one.municipality_id: one for one in Location.objects.all()}
    for place in places:
        centre = known.get(place.parent_id) if place.parent_id is not None else None
        if place.pk in known or centre is None:
            continue
        angle, far = chance.uniform(0, 2 * math.pi), chance.triangular(8, 38, 18)
        if place.kind == Kind.URBAN_SETTLEMENT:
            far = 0.5
        north, east = far * math.cos(angle), far * math.sin(angle)
        along = KILOMETRES * math.cos(math.radians(centre.latitude))
        yield Point(
            place,
            round(centre.latitude + north / KILOMETRES, 4),
            round(centre.longitude + east / along, 4),
        )
