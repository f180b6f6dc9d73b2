"""Population by year as the geometry of a small bar plot; the table beside it is its twin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 320, 120
TOP, FOOT, GAP, WIDEST = 18, 18, 8, 44


@dataclass(frozen=True, slots=True)
class Bar:
    """One year: the bar's corner and size, and where its two texts stand."""

    year: int
    people: int
    x: int
    y: int
    width: int
    height: int
    middle: int
    label: int


@dataclass(frozen=True, slots=True)
class Plot:
    width: int
    height: int
    base: int
    bars: tuple[Bar, ...]


def population_plot(years: Sequence[tuple[int, int]]) -> Plot | None:
    """Bars from zero, years from left to right; None when there is nothing to compare."""
    if len(years) < 2:
        return None
    ordered = sorted(years)[-12:]
    most = max(people for _, people in ordered) or 1
    step = WIDTH / len(ordered)
    wide = min(WIDEST, int(step) - GAP)
    base, room = HEIGHT - FOOT, HEIGHT - FOOT - TOP
    bars = []
    for place, (year, people) in enumerate(ordered):
        middle = round(step * (place + 0.5))
        tall = max(1, round(room * people / most))
        top = base - tall
        bars.append(Bar(year, people, middle - wide // 2, top, wide, tall, middle, top - 5))
    return Plot(WIDTH, HEIGHT, base, tuple(bars))
