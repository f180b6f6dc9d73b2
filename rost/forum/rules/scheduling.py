"""How a programme is weighed when the machine makes it, and when wishes may be marked.

The weights say how much one unit of a measure costs against one of another. They are our own
judgement, to be changed by each forum; the reasons stand in docs/decisions/solving.md:

- a person who finds no seat has come in vain (3), one who must choose between two wishes misses
  half of what they came for (2) – both are counted in people;
- whatever is counted in halls, tracks or sessions is one inconvenience for many, therefore worth
  a dozen people: leaving the hall (10), a gap inside the track (10), two sessions of one track at
  once (20, its listeners cannot split), tracks alike at once (10, as much as the pair costs);
- what an organiser writes by hand as a penalty is meant (15 a point);
- a quarter of an hour more in a speaker's day weighs little (1).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from rost.core.scheduling import Measure

WEIGHTS: Mapping[Measure, int] = MappingProxyType(
    {
        Measure.WISHES: 2,
        Measure.SEATS: 3,
        Measure.PLACES_PER_TRACK: 10,
        Measure.TRACK_IN_A_ROW: 10,
        Measure.PARALLEL_TRACK: 20,
        Measure.SIMILAR_TRACKS: 10,
        Measure.ITEM_PLACE: 15,
        Measure.ITEM_TIME: 15,
        Measure.LONG_DAYS: 1,
    }
)
"""The measures a forum weighs, in the order of the page, each with its usual weight."""

HEAVIEST = 100
TICKS = (5, 10, 15, 20, 30, 60)
TICK = 15
SHORTEST_TICK = 5
LONGEST_DAY = 480  # minutes from the first to the last session of a speaker's day
SECONDS = (10, 30, 60, 180, 600)
MOST_SECONDS = 600
SEED = 1
MEMORY = 4 * 1024**3  # bytes the solver's process may use


def weights_with(own: Mapping[str, int]) -> dict[Measure, int]:
    """The usual weights with a forum's own; what is not known or out of bounds is skipped."""
    return {
        measure: own[measure]
        if isinstance(own.get(measure), int) and 0 <= own[measure] <= HEAVIEST
        else usual
        for measure, usual in WEIGHTS.items()
    }


class WishHours(StrEnum):
    NOT_ANNOUNCED = "not_announced"
    NOT_YET = "not_yet"
    OPEN = "open"
    CLOSED = "closed"


def wish_hours(
    *, opens_at: datetime | None, closes_at: datetime | None, now: datetime
) -> WishHours:
    """Open from the opening moment, no longer at the closing one; never before it is announced."""
    if opens_at is None:
        return WishHours.NOT_ANNOUNCED
    if now < opens_at:
        return WishHours.NOT_YET
    if closes_at is not None and now >= closes_at:
        return WishHours.CLOSED
    return WishHours.OPEN
