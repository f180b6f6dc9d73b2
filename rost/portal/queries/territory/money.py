"""What practices of a territory cost and who paid, as a small bar plot with its table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from rost.catalogue.messages.passport import SOURCE_NAMES
from rost.core.passport import load
from rost.core.passport.limits import MONEY_SOURCES

KOPECKS = 100


@dataclass(frozen=True, slots=True)
class Share:
    """One source: its sum, and how wide its bar is in percent of the largest."""

    title: str | Promise
    roubles: int
    width: int


@dataclass(frozen=True, slots=True)
class MoneyPlot:
    shares: tuple[Share, ...]
    roubles: int
    practices: int  # that say what they cost


def money_plot(passports: Iterable[object]) -> MoneyPlot | None:
    """Sums by source over stored passports; None where no cost is told."""
    sums: Counter[str] = Counter()
    practices = 0
    for stored in passports:
        money = load(stored).money
        practices += any(one.kopecks for one in money)
        for one in money:
            sums[one.source if one.source in MONEY_SOURCES else "other"] += one.kopecks
    if not practices:
        return None
    most = max(sums.values())
    return MoneyPlot(
        shares=tuple(
            Share(SOURCE_NAMES[source], sums[source] // KOPECKS, round(100 * sums[source] / most))
            for source in MONEY_SOURCES
            if sums[source]
        ),
        roubles=sum(sums.values()) // KOPECKS,
        practices=practices,
    )
