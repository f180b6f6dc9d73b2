"""The nearest peers of a place: a weighted mean of capped differences (Gower, 1971).

Over the factors known of both places only; how much of all weight that was is told with each peer,
and places known too little of are no peers. Two places are as far from each other either way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from .model import Factor, Ground, Part, Peer, Shape, Spot
from .scaling import ground
from .sphere import great_circle

CAP = 3.0  # spreads apart: beyond, places are as different as it is counted
REACH = 200.0  # kilometres apart: beyond, not neighbours at all
LEAST_KNOWN = 0.5  # of all weight
DECIMALS = 9  # what is nearer than this is equally near; the code decides


def nearest(
    spots: Sequence[Spot], factors: Sequence[Factor], code: str, count: int = 15
) -> tuple[Peer, ...]:
    """The `count` places most like the one with this code, the nearest first."""
    return peers_on(ground(spots, factors), factors, code, count)


def peers_on(
    laid: Ground,
    factors: Sequence[Factor],
    code: str,
    count: int = 15,
    *,
    least_known: float = LEAST_KNOWN,
) -> tuple[Peer, ...]:
    """The same for places that are laid out already; weights may be other than then."""
    me = laid.places[code]
    counted = [one for one in factors if one.weight > 0 and _tells(laid, one)]
    whole = sum(one.weight for one in counted)
    if not whole:
        return ()
    sums, weights = _sums(laid, counted, me)
    least = least_known * whole - 1e-9
    found = [
        (round(total / weight, DECIMALS), laid.codes[place])
        for place, (total, weight) in enumerate(zip(sums, weights, strict=True))
        if weight > 0 and weight >= least and place != me
    ]
    return tuple(
        _peer(laid, counted, me, laid.places[theirs], distance, whole)
        for distance, theirs in nsmallest(max(0, count), found)
    )


def balanced(
    factors: Iterable[Factor], usual: Iterable[Factor], themes: Mapping[str, float] | None = None
) -> tuple[Factor, ...]:
    """Themes weigh as told, 1 if not, however many factors each usually has.

    A factor of weight 1 is an equal share of its theme, one of weight 2 two such shares beside the
    others; a dropped factor takes its share away and does not make the rest of its theme heavier.
    """
    counted: dict[str, int] = {}
    for one in usual:
        counted[one.theme] = counted.get(one.theme, 0) + (one.weight > 0)
    told = themes or {}
    return tuple(
        Factor(
            one.code,
            one.theme,
            one.shape,
            one.weight * told.get(one.theme, 1.0) / (counted.get(one.theme) or 1),
        )
        for one in factors
    )


def _tells(laid: Ground, factor: Factor) -> bool:
    if factor.shape is Shape.NEARBY:
        return True
    return factor.code in laid.scales and laid.scales[factor.code].spread > 0


def _sums(laid: Ground, factors: Sequence[Factor], me: int) -> tuple[list[float], list[float]]:
    """For every place, the weighted differences and the weight known; a column at a time."""
    sums, weights = [0.0] * len(laid.codes), [0.0] * len(laid.codes)
    for factor in sorted(factors, key=lambda one: one.code):
        cap = _cap(factor)
        step, most = factor.weight / cap, factor.weight
        for place, far in enumerate(_apart(laid, factor, me)):
            if far == far:  # known
                weights[place] += most
                sums[place] += far * step if far < cap else most
    return sums, weights


def _cap(factor: Factor) -> float:
    if factor.shape is Shape.NEARBY:
        return REACH
    return 1.0 if factor.shape is Shape.YES_NO else CAP


def _apart(laid: Ground, factor: Factor, me: int) -> Iterable[float]:
    """How far every place is from mine by one factor; NaN where either is not known."""
    if factor.shape is Shape.NEARBY:
        return _kilometres(laid, me)
    column = laid.columns[factor.code]
    mine = column[me]
    return [abs(x - mine) for x in column] if mine == mine else ()


def _kilometres(laid: Ground, me: int) -> Iterator[float]:
    here = laid.points[me]
    if here is not None:
        for there in laid.points:
            yield float("nan") if there is None else great_circle(here, there)


def _peer(
    laid: Ground, factors: Sequence[Factor], me: int, them: int, distance: float, whole: float
) -> Peer:
    here, there = laid.points[me], laid.points[them]
    far = great_circle(here, there) if here and there else None
    apart = [(one, *_difference(laid, one, me, them, far)) for one in factors]
    known = [(one, mine, theirs, gap) for one, mine, theirs, gap in apart if gap == gap]
    total = sum(one.weight * gap for one, _mine, _theirs, gap in known)
    parts = tuple(
        Part(one.code, mine, theirs, gap, one.weight * gap / total if total else 0.0, one.weight)
        for one, mine, theirs, gap in known
    )
    share = sum(one.weight for one, _mine, _theirs, _gap in known) / whole
    return Peer(laid.codes[them], distance, share, parts, far)


def _difference(
    laid: Ground, factor: Factor, me: int, them: int, far: float | None
) -> tuple[float, float, float]:
    """My figure, theirs, and how different they are, 0–1; NaN where not known."""
    if factor.shape is Shape.NEARBY:
        return 0.0, far or 0.0, float("nan") if far is None else min(far / REACH, 1.0)
    column, raw = laid.columns[factor.code], laid.raw[factor.code]
    gap = abs(column[me] - column[them])
    cap = _cap(factor)
    return raw[me], raw[them], (gap / cap if gap < cap else 1.0) if gap == gap else gap
