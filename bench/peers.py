"""Peers among 20 000 municipalities by 50 indicators: the core beside numpy and scipy.

Both begin with the same places in memory and answer the same question: the 15 nearest of one
place. Robust scales, logarithms, missing figures and caps are the same; the answers must be.

    python -m bench.peers                 20 000 × 50 and 895 × 27
    python -m bench.peers 100000 50       another size
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from bench import ground as machines
from rost.core.similarity import Factor, Peer, Shape, Spot, ground, nearest, peers_on

SHAPES = (Shape.LOG, Shape.LEVEL, Shape.PER_HEAD, Shape.YES_NO)
KNOWN = 0.85  # of all figures
RUNS = 5
NORMAL = 1.3489795003921634


def places(count: int, figures: int) -> tuple[list[Spot], list[Factor]]:
    chance = random.Random(895)
    factors = [Factor(f"f{n:03}", f"t{n % 6}", SHAPES[n % 4]) for n in range(figures)]
    spots = [
        Spot(
            f"{number:08}",
            {
                one.code: float(chance.random() < 0.6)
                if one.shape is Shape.YES_NO
                else chance.lognormvariate(3, 1)
                for one in factors
                if chance.random() < KNOWN
            },
            people=chance.lognormvariate(7, 1),
        )
        for number in range(count)
    ]
    return spots, factors


def by_numpy(spots: Sequence[Spot], factors: Sequence[Factor], code: str) -> list[str]:
    """What one would write with the usual tools."""
    import numpy as np
    from scipy.stats import iqr  # type: ignore[import-untyped,unused-ignore]

    table = np.array([[one.values.get(f.code, np.nan) for f in factors] for one in spots])
    people = np.array([one.people for one in spots])
    for column, factor in enumerate(factors):
        if factor.shape is Shape.PER_HEAD:
            table[:, column] /= people
        if factor.shape in (Shape.LOG, Shape.PER_HEAD):
            table[:, column] = np.log(table[:, column])
    unit = iqr(table, axis=0, nan_policy="omit") / NORMAL * 3
    unit[[one.shape is Shape.YES_NO for one in factors]] = 1.0
    codes = [one.code for one in spots]
    gaps = np.minimum(np.abs(table - table[codes.index(code)]) / unit, 1.0)
    known = ~np.isnan(gaps)
    shared = known.sum(axis=1)
    apart = np.where(shared >= len(factors) / 2, np.nansum(gaps, axis=1) / shared, np.inf)
    apart[codes.index(code)] = np.inf
    return [codes[row] for row in np.lexsort((np.array(codes), np.round(apart, 9)))[:15]]


def best(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of processor of the quickest of some runs, so that others' work does not count."""
    taken, answer = [], None
    for _ in range(RUNS):
        begun = time.process_time()
        answer = work()
        taken.append(time.process_time() - begun)
    return min(taken), answer


def measure(count: int, figures: int) -> None:
    spots, factors = places(count, figures)
    code = spots[count // 3].code
    whole, peers = best(lambda: nearest(spots, factors, code))
    laid = ground(spots, factors)
    again, _peers = best(lambda: peers_on(laid, factors, code))
    theirs, named = best(lambda: by_numpy(spots, factors, code))
    same = "the same answer" if told(peers) == named else "ANOTHER ANSWER"
    print(
        f"peers {count} × {figures}: {whole:.3f} s of processor from figures to answer,"
        f" {again:.3f} s once laid out; numpy and scipy {theirs:.3f} s,"
        f" ratio {whole / theirs:.2f}; {same}"
    )


def told(peers: Sequence[Peer]) -> list[str]:
    return [one.code for one in peers]


def main() -> None:
    print(machines.machine())
    sizes = (
        [(int(sys.argv[1]), int(sys.argv[2]))] if len(sys.argv) > 2 else [(20_000, 50), (895, 27)]
    )
    for count, figures in sizes:
        measure(count, figures)


if __name__ == "__main__":
    main()
