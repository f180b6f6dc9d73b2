"""Writing figures and coordinates: the same twice changes nothing, what is replaced is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import transaction

from rost.directory.models import (
    FormerValue,
    ImportBatch,
    Indicator,
    IndicatorValue,
    Location,
    Municipality,
    Person,
)

CHUNK = 2000
BATCH = 500
Key = tuple[int, int, int]  # municipality, indicator, year


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of a place and year, in the unit of the indicator."""

    municipality: Municipality
    indicator: str  # its code
    year: int
    value: float


@dataclass(frozen=True, slots=True)
class Point:
    municipality: Municipality
    latitude: float
    longitude: float


@dataclass(slots=True)
class Written:
    created: int = 0
    changed: int = 0
    unchanged: int = 0

    def as_counts(self) -> dict[str, int]:
        return {"created": self.created, "changed": self.changed, "unchanged": self.unchanged}


@transaction.atomic
def write_values(
    *,
    values: Iterable[Line],
    source: str,
    now: datetime,
    batch: ImportBatch | None = None,
    declared_by: Person | None = None,
    declared: bool = False,
) -> Written:
    """Write figures in any number; of two lines for the same place and year the last one counts."""
    indicators = dict(Indicator.objects.values_list("code", "pk"))
    written, lines = Written(), iter(values)
    while chunk := list(islice(lines, CHUNK)):
        fresh = {
            (one.municipality.pk, indicators[one.indicator], one.year): one.value for one in chunk
        }
        rows = [
            IndicatorValue(
                municipality_id=place,
                indicator_id=indicator,
                year=year,
                value=value,
                source=source[:200],
                declared=declared,
                declared_by=declared_by,
                written_at=now,
                batch=batch,
            )
            for (place, indicator, year), value in fresh.items()
        ]
        _write(rows, written, now, batch)
    return written


def _write(
    rows: Sequence[IndicatorValue], written: Written, now: datetime, batch: ImportBatch | None
) -> None:
    kept = _kept(rows)
    new = [one for one in rows if _key(one) not in kept]
    other = [one for one in rows if _key(one) in kept and _differs(one, kept[_key(one)])]
    keep_former([kept[_key(one)] for one in other], now=now, replaced_by=batch)
    IndicatorValue.objects.bulk_create(
        [*new, *other],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["municipality", "indicator", "year", "declared"],
        update_fields=["value", "source", "declared_by", "written_at", "batch"],
    )
    written.created += len(new)
    written.changed += len(other)
    written.unchanged += len(rows) - len(new) - len(other)


def _kept(rows: Sequence[IndicatorValue]) -> dict[Key, IndicatorValue]:
    wanted = {_key(one) for one in rows}
    found = IndicatorValue.objects.select_for_update().filter(
        declared=rows[0].declared,
        municipality__in={one.municipality_id for one in rows},
        indicator__in={one.indicator_id for one in rows},
        year__in={one.year for one in rows},
    )
    return {_key(one): one for one in found if _key(one) in wanted}


def _key(one: IndicatorValue) -> Key:
    return one.municipality_id, one.indicator_id, one.year


def _differs(one: IndicatorValue, kept: IndicatorValue) -> bool:
    return (one.value, one.source) != (kept.value, kept.source)


def keep_former(
    rows: Iterable[IndicatorValue], *, now: datetime, replaced_by: ImportBatch | None = None
) -> None:
    """What was written before stays among the former figures."""
    FormerValue.objects.bulk_create(_former(rows, now, replaced_by), batch_size=BATCH)


def _former(
    rows: Iterable[IndicatorValue], now: datetime, replaced_by: ImportBatch | None
) -> Iterator[FormerValue]:
    for one in rows:
        yield FormerValue(
            municipality_id=one.municipality_id,
            indicator_id=one.indicator_id,
            year=one.year,
            value=one.value,
            source=one.source,
            declared=one.declared,
            declared_by_id=one.declared_by_id,
            written_at=one.written_at,
            batch_id=one.batch_id,
            replaced_at=now,
            replaced_by=replaced_by,
        )


@transaction.atomic
def write_locations(*, lines: Iterable[Point], source: str, now: datetime) -> Written:
    """Write where centres lie; a place has one location, a later one replaces it."""
    fresh = {one.municipality.pk: one for one in lines}
    kept = {
        one.municipality_id: (one.latitude, one.longitude, one.source)
        for one in Location.objects.filter(municipality__in=fresh)
    }
    rows = [
        Location(
            municipality_id=place,
            latitude=one.latitude,
            longitude=one.longitude,
            source=source[:200],
        )
        for place, one in fresh.items()
        if kept.get(place) != (one.latitude, one.longitude, source[:200])
    ]
    Location.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["municipality"],
        update_fields=["latitude", "longitude", "source"],
    )
    created = sum(one.municipality_id not in kept for one in rows)
    return Written(created, len(rows) - created, len(fresh) - len(rows))
