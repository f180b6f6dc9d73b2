"""Figures that can be but look odd: a jump against the year before, far from places of the kind.

A figure of doubt is shown and written only when a person says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log
from typing import Any

from rost.core.similarity import Factor, Scale, Spot, scales
from rost.core.similarity import Shape as Shaped
from rost.directory.models import Indicator, IndicatorValue, Municipality, Population, Shape

JUMP = 10  # times more or less than the year before
FAR = 6.0  # spreads from the median of places of the kind
ENOUGH = 20  # places, before one of them can be called odd
RATIOS = {Shape.LOG, Shape.PER_HEAD}
CHECKED = {Shape.LOG: Shaped.LOG, Shape.PER_HEAD: Shaped.PER_HEAD, Shape.LEVEL: Shaped.LEVEL}
Row = dict[str, Any]


def mark_doubts(rows: list[Row], indicators: Mapping[str, Indicator]) -> None:
    """Write what is odd into `doubt` of each row, with the figure it was held against."""
    _mark_jumps(rows, indicators)
    _mark_far(rows, indicators)


def _mark_jumps(rows: list[Row], indicators: Mapping[str, Indicator]) -> None:
    told = {(row["code"], row["indicator"], row["year"]): row["value"] for row in rows}
    before = _written(rows) | told
    for row in rows:
        if indicators[row["indicator"]].shape not in RATIOS:
            continue
        last = before.get((row["code"], row["indicator"], row["year"] - 1))
        if last and row["value"] and not 1 / JUMP < row["value"] / last < JUMP:
            row["doubt"], row["beside"] = "jump", last


def _written(rows: Iterable[Row]) -> dict[tuple[str, str, int], float]:
    years = {row["year"] - 1 for row in rows}
    found = IndicatorValue.objects.filter(declared=False, year__in=years)
    return {
        (code, indicator, year): value
        for code, indicator, year, value in found.values_list(
            "municipality__code", "indicator__code", "year", "value"
        ).iterator(chunk_size=5000)
    }


def _mark_far(rows: list[Row], indicators: Mapping[str, Indicator]) -> None:
    kinds = dict(Municipality.objects.values_list("code", "kind"))
    counted = Population.objects.order_by("year")
    people = dict(counted.values_list("municipality__code", "people"))  # the latest stays
    groups: dict[tuple[str, int, str], list[Row]] = {}
    for row in rows:
        if indicators[row["indicator"]].shape in CHECKED:
            group = row["indicator"], row["year"], kinds.get(row["code"], "")
            groups.setdefault(group, []).append(row)
    for (code, _year, _kind), members in groups.items():
        if len(members) >= ENOUGH:
            shape = CHECKED[Shape(indicators[code].shape)]
            _mark_group(members, Factor(code, "", shape), people)


def _mark_group(rows: list[Row], factor: Factor, people: Mapping[str, int]) -> None:
    per_head = factor.shape is Shaped.PER_HEAD
    spots = [
        Spot(f"{n}", {factor.code: row["value"]}, people.get(row["code"]))
        for n, row in enumerate(rows)
    ]
    scale = scales(spots, [factor])[factor.code]
    if not scale.spread:
        return
    for row in rows:
        value = row["value"]
        if per_head:
            if not people.get(row["code"]):
                continue
            value /= people[row["code"]]
        if not row["doubt"] and abs(_laid(value, factor, scale)) > FAR:
            row["doubt"] = "far"


def _laid(value: float, factor: Factor, scale: Scale) -> float:
    """The same figure in spreads from the median."""
    if factor.shape is not Shaped.LEVEL:
        value = log(value if value > 0 else scale.floor)
    return (value - scale.centre) / scale.spread
