"""Peers looked at again, pair by pair, from the figures themselves.

Nothing of the column-wise way is called: quartiles come from the standard library, every pair is
compared by its own definition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import acos, cos, isclose, isfinite, log, radians, sin
from statistics import fmean, median, quantiles

from .model import Factor, Peer, Shape, Spot

NEAR = 1e-6
Pair = tuple[float, float]  # distance and the share of weight known


def verify(
    spots: Sequence[Spot],
    factors: Sequence[Factor],
    code: str,
    peers: Sequence[Peer],
    count: int = 15,
) -> tuple[str, ...]:
    """What is wrong with the answer, in words for a developer; nothing where it is right."""
    return tuple(every_fault(spots, factors, code, peers, count))


def every_fault(
    spots: Sequence[Spot], factors: Sequence[Factor], code: str, peers: Sequence[Peer], count: int
) -> Iterator[str]:
    by_code = {one.code: one for one in spots}
    units = {one.code: unit_of(spots, one) for one in factors if one.shape is not Shape.NEARBY}
    telling = [one for one in factors if one.weight > 0 and units.get(one.code, (1.0, 0.0))[0]]
    me = by_code[code]
    pairs: dict[str, Pair] = {}
    for other in spots:
        pair = compare(me, other, telling, units)
        if other is not me and pair is not None and pair[1] >= 0.5 - NEAR:
            pairs[other.code] = pair
    named = [one.code for one in peers]
    if len(set(named)) != len(named) or not set(named) <= set(pairs):
        yield f"{named} are not all places known enough of, each once"
        return
    if len(named) != min(count, len(pairs)):
        yield f"{len(named)} peers where {min(count, len(pairs))} are to be had"
    for one in peers:
        distance, known = pairs[one.code]
        if not isclose(one.distance, distance, abs_tol=NEAR):
            yield f"{one.code} is {distance} away, not {one.distance}"
        if not isclose(one.known, known, abs_tol=NEAR):
            yield f"of {one.code} {known} is known, not {one.known}"
    yield from faults_of_order(peers, pairs)


def faults_of_order(peers: Sequence[Peer], pairs: dict[str, Pair]) -> Iterator[str]:
    named = [one.code for one in peers]
    if named != sorted(named, key=lambda name: (peers[named.index(name)].distance, name)):
        yield "the order is not by distance, then code"
    farthest = max((one.distance for one in peers), default=0.0)
    for name, (distance, _known) in pairs.items():
        if name not in named and distance < farthest - NEAR:
            yield f"{name} is nearer and left out"


def told(spot: Spot, factor: Factor) -> float | None:
    """The figure as it is compared; None where there is none that makes sense."""
    value = spot.values.get(factor.code)
    if value is None or not isfinite(value):
        return None
    if factor.shape is Shape.YES_NO:
        return float(value >= 0.5)
    if factor.shape is Shape.PER_HEAD:
        if not spot.people:
            return None
        value /= spot.people
    return None if value < 0 and factor.shape is not Shape.LEVEL else value


def unit_of(spots: Sequence[Spot], factor: Factor) -> tuple[float, float]:
    """The spread, 0 where the factor tells nothing, and what stands for zero."""
    known = [x for x in (told(one, factor) for one in spots) if x is not None]
    if factor.shape is Shape.YES_NO:
        return float(len(set(known)) > 1), 0.0
    floor = 0.0
    if factor.shape in (Shape.LOG, Shape.PER_HEAD):
        smallest = min([x for x in known if x > 0], default=1.0)
        floor = smallest / 2 or smallest
        known = [log(x or floor) for x in known]
    if len(known) < 2:
        return 0.0, floor
    low, _middle, high = quantiles(known, method="inclusive")
    spread = (high - low) / 1.34897950039
    noise = 1e-12 * max(abs(x) for x in known)
    if spread <= noise:
        spread = 1.25331413732 * fmean(abs(x - median(known)) for x in known)
    return (spread if spread > noise else 0.0), floor


def compare(
    one: Spot, other: Spot, factors: Sequence[Factor], units: dict[str, Pair]
) -> Pair | None:
    total = known = 0.0
    for factor in factors:
        gap = gap_of(one, other, factor, units)
        if gap is not None:
            known += factor.weight
            total += factor.weight * gap
    whole = sum(factor.weight for factor in factors)
    return (total / known, known / whole) if known else None


def gap_of(one: Spot, other: Spot, factor: Factor, units: dict[str, Pair]) -> float | None:
    if factor.shape is Shape.NEARBY:
        far = over_ground(one, other)
        return None if far is None else min(1.0, far / 200)
    a, b = told(one, factor), told(other, factor)
    if a is None or b is None:
        return None
    spread, floor = units[factor.code]
    if factor.shape is Shape.YES_NO:
        return float(a != b)
    if factor.shape is not Shape.LEVEL:
        a, b = log(a or floor), log(b or floor)
    return min(1.0, abs(a - b) / spread / 3)


def over_ground(one: Spot, other: Spot) -> float | None:
    """By the cosine theorem of the sphere, not by the haversine."""
    ends = (one.latitude, one.longitude, other.latitude, other.longitude)
    if None in ends:
        return None
    north, east, north2, east2 = (radians(x) for x in ends if x is not None)
    angle = sin(north) * sin(north2) + cos(north) * cos(north2) * cos(east - east2)
    return 6371.0088 * acos(max(-1.0, min(1.0, angle)))
