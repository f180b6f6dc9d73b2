"""One indicator of many places laid out so that all indicators count alike.

z = (x − median) / spread, the spread being the interquartile range over 1.349 (that of a normal
sample with deviation 1). Where half of all places share a figure the range is 0; then the mean
absolute deviation from the median × 1.2533 stands in (Iglewicz and Hoaglin, 1993, for the same
trouble of the MAD). Where that is 0 too, all are alike and the indicator tells nothing.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from math import fsum, inf, log, nan

from .model import Factor, Ground, Scale, Shape, Spot

NORMAL_IQR = 1.3489795003921634  # between the quartiles of the standard normal distribution
NORMAL_MEAN_DEVIATION = 1.2533141373155001  # √(π/2): deviation over mean absolute deviation
LOGARITHMS = {Shape.LOG, Shape.PER_HEAD}
HALF = 0.5


def scales(spots: Sequence[Spot], factors: Iterable[Factor]) -> dict[str, Scale]:
    """The scale of every factor that has figures of its own."""
    return dict(ground(spots, factors).scales)


def ground(spots: Sequence[Spot], factors: Iterable[Factor]) -> Ground:
    """The places laid out, a column a factor; the order of the places makes no difference."""
    ordered = sorted(spots, key=lambda one: one.code)
    codes = tuple(one.code for one in ordered)
    if len(set(codes)) != len(codes):
        raise ValueError("a place stands twice")
    laid = {
        one.code: _lay(figures(ordered, one), one.shape)
        for one in factors
        if one.shape is not Shape.NEARBY
    }
    return Ground(
        codes=codes,
        places={code: place for place, code in enumerate(codes)},
        scales={code: scale for code, (scale, _column, _raw) in laid.items()},
        columns={code: column for code, (_scale, column, _raw) in laid.items()},
        raw={code: raw for code, (_scale, _column, raw) in laid.items()},
        points=tuple(_point(one) for one in ordered),
    )


def figures(spots: Sequence[Spot], factor: Factor) -> list[float]:
    """What each place has, NaN where nothing usable: no figure, no residents, less than none."""
    code = factor.code
    if factor.shape is Shape.PER_HEAD:
        return [
            one.values[code] / one.people if one.people and code in one.values else nan
            for one in spots
        ]
    return [one.values.get(code, nan) for one in spots]


def _lay(raw: list[float], shape: Shape) -> tuple[Scale, array[float], array[float]]:
    if shape is Shape.YES_NO:
        return _lay_yes_no(raw)
    least = 0.0 if shape in LOGARITHMS else -inf
    raw = [x if least <= x < inf else nan for x in raw]
    floor, column = 0.0, raw
    if shape in LOGARITHMS:
        least_above = min([x for x in raw if x > 0], default=1.0)
        floor = least_above / 2 or least_above  # the least number that there is has no half
        column = [log(x or floor) for x in raw]  # the logarithm of NaN is NaN
    known = sorted([x for x in column if x == x])
    if not known:
        return Scale(0.0, 0.0, floor, 0), array("d", column), array("d", raw)
    centre, spread = _middle(known)
    unit = spread or 1.0
    laid = array("d", [(x - centre) / unit for x in column])
    return Scale(centre, spread, floor, len(known)), laid, array("d", raw)


def _lay_yes_no(raw: list[float]) -> tuple[Scale, array[float], array[float]]:
    column = [(1.0 if x >= HALF else 0.0) if x == x else nan for x in raw]
    known = len(column) - sum(x != x for x in column)
    spread = 1.0 if 0.0 in column and 1.0 in column else 0.0
    return Scale(0.0, spread, 0.0, known), array("d", column), array("d", raw)


def _middle(known: list[float]) -> tuple[float, float]:
    """Median and spread of sorted figures."""
    centre = quantile(known, 0.5)
    spread = (quantile(known, 0.75) - quantile(known, 0.25)) / NORMAL_IQR
    if spread <= _noise(known):
        spread = NORMAL_MEAN_DEVIATION * fsum(abs(x - centre) for x in known) / len(known)
    return centre, spread if spread > _noise(known) else 0.0


def _noise(known: list[float]) -> float:
    """Differences below this come from arithmetic, not from the places."""
    return 1e-12 * max(abs(known[0]), abs(known[-1]))


def quantile(known: list[float], share: float) -> float:
    """Of sorted figures, between neighbours in a straight line (Hyndman and Fan's type 7)."""
    place = share * (len(known) - 1)
    below = int(place)
    above = min(below + 1, len(known) - 1)
    return known[below] + (place - below) * (known[above] - known[below])


def _point(spot: Spot) -> tuple[float, float] | None:
    if spot.latitude is None or spot.longitude is None:
        return None
    return spot.latitude, spot.longitude
