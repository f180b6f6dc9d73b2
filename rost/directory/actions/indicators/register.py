"""Loading the indicators, the names files give them and the centres that the platform ships."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.db import transaction

from rost.core.language import fold
from rost.directory.models import Indicator, IndicatorCode, Location, Municipality

from .writing import Point, Written, write_locations

DATA = Path(__file__).parents[2] / "data"
CENTRES_SOURCE = "приблизительно, по общим сведениям: требует подтверждения"
NAMES = ("name_ru", "name_ba", "name_en", "short_ru", "short_ba", "short_en")
FIELDS = ("theme", "shape", "unit", "weight", "asked", "rank", *NAMES)


@transaction.atomic
def load_indicators() -> int:
    """Bring in the shipped indicators and correct their words; idempotent by code."""
    rows = [
        Indicator(
            code=line["code"],
            theme=line["theme"],
            shape=line["shape"],
            unit=line["unit"],
            weight=int(line["weight"]),
            asked=line["asked"] == "1",
            rank=int(line["rank"]),
            **{name: line[name] for name in NAMES},
        )
        for line in _lines("indicators.csv")
    ]
    Indicator.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["code"], update_fields=FIELDS
    )
    keys = dict(Indicator.objects.values_list("code", "pk"))
    IndicatorCode.objects.bulk_create(
        [
            IndicatorCode(
                code=fold(line["code"])[:300],
                indicator_id=keys[line["indicator"]],
                source=line["source"],
            )
            for line in _lines("indicator_codes.csv")
        ],
        ignore_conflicts=True,  # what an editor has named otherwise stays
    )
    return len(rows)


def load_locations(*, now: datetime) -> Written:
    """Centres of districts and okrugs; a better location, from whatever source, stays."""
    points = {line["code"]: line for line in _lines("locations.csv")}
    better = Location.objects.exclude(source=CENTRES_SOURCE).values_list("municipality__code")
    for (code,) in better.filter(municipality__code__in=points):
        del points[code]
    places = Municipality.objects.filter(code__in=points)
    return write_locations(
        lines=[
            Point(one, float(points[one.code]["latitude"]), float(points[one.code]["longitude"]))
            for one in places
        ],
        source=CENTRES_SOURCE,
        now=now,
    )


def _lines(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter=";")
