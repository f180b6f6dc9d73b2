"""Places as points: indicators, what is known of each place, and how alike two places are.

Circumstances only: nothing here ranks anybody.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Shape(StrEnum):
    LEVEL = "level"
    LOG = "log"
    PER_HEAD = "per_head"  # divided by residents, then its logarithm
    YES_NO = "yes_no"
    NEARBY = "nearby"  # great-circle distance between the two; needs no figure


@dataclass(frozen=True, slots=True)
class Factor:
    """An indicator as it is compared; weight 0 drops it."""

    code: str
    theme: str
    shape: Shape = Shape.LEVEL
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: its figures by the factor's code (what is not known is not there)."""

    code: str
    values: Mapping[str, float] = field(default_factory=dict)
    people: float | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """How one indicator is laid out: `spread` is 0 where it tells no two places apart.

    `floor` stands for zero under a logarithm; `known` places have the figure.
    """

    centre: float
    spread: float
    floor: float
    known: int


@dataclass(frozen=True, slots=True)
class Ground:
    """Places laid out once, to be asked about many times and with any weights.

    `columns` are differences from the centre in units of spread, NaN where not known; `raw` the
    figures as they are told to people (per head where so compared).
    """

    codes: tuple[str, ...]
    places: Mapping[str, int]  # where each code stands
    scales: Mapping[str, Scale]
    columns: Mapping[str, array[float]]
    raw: Mapping[str, array[float]]
    points: tuple[tuple[float, float] | None, ...]  # latitude and longitude in degrees


@dataclass(frozen=True, slots=True)
class Part:
    """One factor's share in the distance of two places; 0 is alike."""

    factor: str
    mine: float
    theirs: float
    difference: float  # 0 alike – 1 as different as it is counted
    share: float  # of the whole distance, 0–1
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Peer:
    """`known` is the share of all weight that both places have figures for, 0–1."""

    code: str
    distance: float
    known: float
    parts: tuple[Part, ...]
    kilometres: float | None = None
