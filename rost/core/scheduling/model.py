"""A timetabling problem and its answer as plain frozen data, without a word about forums.

Time is a line of whole *ticks* (how long a tick lasts is the caller's affair). A *stretch* is an
unbroken piece of it – a morning, a session of a conference; nothing stands across its ends. An
*item* stands once, at one place, inside one stretch, for its ticks in a row.

Demands are hard: a plan that breaks one is no plan. Measures are soft: each adds up to a number,
the objective is the sum of weight × number, and a measure of weight 0 is not looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Demand(StrEnum):
    """What must hold. An explanation of the impossible names demands by kind and keys."""

    PLACED = "placed"  # an item stands somewhere
    PLACE_ONCE = "place_once"  # one thing at a time at a place
    PERSON_ONCE = "person_once"  # a person is at one place at a time
    FREE = "free"  # a person is only there when they can
    OPEN = "open"  # a place is only used while it is open
    ALLOWED = "allowed"  # an item stands only at places that can hold it
    FIXED = "fixed"  # an item stands where it was fixed
    WINDOW = "window"  # an item stands inside its own window
    SEQUENCE = "sequence"  # one item after another, with a gap
    LENGTH = "length"  # an item fits into a stretch
    ONE_TRACK = "one_track"  # a place holds one track through a stretch


class Measure(StrEnum):
    """What should be small. The first thirteen are counted as CoSPLib defines them."""

    TRACK_STRETCH = "track_stretch"
    TRACK_PLACE = "track_place"
    STRETCH_PLACE = "stretch_place"
    SIMILAR_TRACKS = "similar_tracks"
    PLACES_PER_TRACK = "places_per_track"
    PARALLEL_TRACK = "parallel_track"
    TRACK_IN_A_ROW = "track_in_a_row"
    ITEM_TIME = "item_time"
    ORDER = "order"
    ITEM_STRETCH = "item_stretch"
    ITEM_PLACE = "item_place"
    PRESENTERS = "presenters"
    ATTENDEES = "attendees"
    CHAIRS = "chairs"
    PRESENTERS_AT_ONCE = "presenters_at_once"
    ATTENDEES_AT_ONCE = "attendees_at_once"
    WISHES = "wishes"  # people who want both of two items that run at once
    SEATS = "seats"  # people who will not find a seat
    LONG_DAYS = "long_days"  # ticks of a person's day beyond the longest they like
    MOVED = "moved"  # items not where they stood in the plan before


class Scope(StrEnum):
    """What «at once» means of two items."""

    TICK = "tick"  # their ticks overlap
    STRETCH = "stretch"  # they lie at different places of one stretch


@dataclass(frozen=True, slots=True)
class Span:
    begins: int
    ends: int  # the first tick that is no longer in it


@dataclass(frozen=True, slots=True)
class Stretch:
    """An unbroken piece of time; `day` numbers days, so that a person's day can be measured."""

    key: str
    begins: int
    ends: int
    day: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A hall, or a route with its bus.

    `open` empty means always. `away`: whoever is in an item there is busy through the whole of
    the open span around it (the bus has left), though not with other items of the same place.
    """

    key: str
    open: tuple[Span, ...] = ()
    away: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    key: str
    chairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """`free` empty means always; `longest_day` in ticks from first begin to last end of a day."""

    key: str
    free: tuple[Span, ...] = ()
    longest_day: int | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an item stands."""

    place: str
    begins: int


@dataclass(frozen=True, slots=True)
class Item:
    """What is to be placed. `people` must be there (hard); `presenters` and `attendees` are
    counted only. `places` empty means any; `windows` empty means any time; `order` 0 means free.
    """

    key: str
    ticks: int
    track: str = ""
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    windows: tuple[Span, ...] = ()
    fixed: Placement | None = None
    order: int = 0
    presenters: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sequence:
    """`then` begins at least `at_least` and at most `at_most` ticks after `first` has ended."""

    first: str
    then: str
    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Apart:
    """Two items that cost `cost` in `measure` when they are at once."""

    first: str
    second: str
    measure: Measure
    cost: int = 1
    scope: Scope = Scope.TICK


@dataclass(frozen=True, slots=True)
class ItemCost:
    """What an item costs in `measure` at this stretch and place; an empty key means any.

    With `begins` it is counted only where the item begins at that tick.
    """

    measure: Measure
    item: str
    cost: int
    stretch: str = ""
    place: str = ""
    begins: int | None = None


@dataclass(frozen=True, slots=True)
class TrackCost:
    """What each used (stretch, place) of a track costs; an empty key means any."""

    measure: Measure
    cost: int
    track: str = ""
    stretch: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """All that is asked. Keys are unique within their kind; stretches stand in their order."""

    stretches: tuple[Stretch, ...]
    places: tuple[Place, ...]
    items: tuple[Item, ...]
    tracks: tuple[Track, ...] = ()
    people: tuple[Person, ...] = ()
    sequences: tuple[Sequence, ...] = ()
    apart: tuple[Apart, ...] = ()
    item_costs: tuple[ItemCost, ...] = ()
    track_costs: tuple[TrackCost, ...] = ()
    similar: Mapping[tuple[str, str], int] = field(default_factory=dict)  # of two track keys
    weights: Mapping[Measure, int] = field(default_factory=dict)
    one_track: bool = False  # Demand.ONE_TRACK holds
    before: Mapping[str, Placement] = field(default_factory=dict)  # the plan that is re-planned


Plan = Mapping[str, Placement]
"""Where each item stands, by its key."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A demand that a plan breaks, and the keys that tell where."""

    demand: Demand
    items: tuple[str, ...] = ()
    person: str = ""
    place: str = ""
    stretch: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one measure comes to in a plan: its number, and where it comes from."""

    measure: Measure
    number: int
    weight: int
    causes: tuple[tuple[tuple[str, ...], int], ...] = ()  # (keys, share of the number)

    @property
    def cost(self) -> int:
        return self.weight * self.number


class Status(StrEnum):
    OPTIMAL = "optimal"  # proven: nothing is better
    FEASIBLE = "feasible"  # a plan, perhaps not the best
    IMPOSSIBLE = "impossible"  # proven: there is no plan
    UNKNOWN = "unknown"  # time ran out before a plan was found


@dataclass(frozen=True, slots=True)
class Limits:
    """What a computation may use; stored with its answer, so that anyone recomputes the same.

    With `seconds` the answer depends on the machine; with `work` (the solver's deterministic
    measure of effort) and one worker it does not.
    """

    seconds: float
    seed: int
    workers: int = 1
    work: float | None = None


@dataclass(frozen=True, slots=True)
class Solution:
    """`moved_bound` and `moved` are set where there was a plan before: the least number proven,
    and the number in this plan."""

    status: Status
    plan: Plan
    objective: int | None
    bound: int | None
    seconds: float
    moved: int | None = None
    moved_bound: int | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One demand of a set that cannot hold together.

    `items` are those that the demand speaks of and that the contradiction needs. The next two are
    the same in all members of a set: `minimal` – leave out any of them, and the rest can hold;
    `smallest` – proven that no set of fewer demands contradicts itself. `needed` and `given` are
    ticks, where more is needed than there is: what the items take, and what can be used.
    """

    demand: Demand
    items: tuple[str, ...] = ()
    person: str = ""
    place: str = ""
    minimal: bool = False
    smallest: bool = False
    needed: int | None = None
    given: int | None = None
