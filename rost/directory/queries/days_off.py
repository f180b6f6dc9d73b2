"""Days that are nobody's working days: the law's and the Republic's own, as data with their dates.

Days that the Government moves each year, and the two holidays that follow the moon, are added to
the file as rows with a year when their acts come out.
"""

from __future__ import annotations

import csv
from datetime import date
from functools import lru_cache

from rost.core.working_days import after
from rost.directory.queries.reference import DATA

YEARS = 2  # a term ends in the year it begins in, or in the next


def term_of(day: date, working_days: int) -> date:
    """The last day of a term that begins on the day after."""
    off = {one for year in range(day.year, day.year + YEARS) for one in days_off(year)}
    return after(day, working_days, off)


@lru_cache(maxsize=8)
def days_off(year: int) -> frozenset[date]:
    return frozenset(
        one
        for row in _rows()
        if row["year"] in ("", str(year))
        and (one := date(year, int(row["month"]), int(row["day"]))).isoformat() >= row["valid_from"]
        and (not row["valid_to"] or one.isoformat() <= row["valid_to"])
    )


def _rows() -> list[dict[str, str]]:
    with (DATA / "days_off.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))
