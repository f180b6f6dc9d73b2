"""Who gets a seat of an edition: opening hours, limits, and the order of the waiting list.

Pure functions: counts go in, a decision comes out. A seat is held while a registration is
requested or confirmed. Four limits may stand at once and every one of them must have room: the
edition's capacity, the category's seats, the district's quota, and the district's quota in the
category.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Hours(StrEnum):
    """Where the server's clock stands against the hours of registration."""

    NOT_ANNOUNCED = "not_announced"
    NOT_YET = "not_yet"
    OPEN = "open"
    CLOSED = "closed"
    PREPARED = "prepared"  # the hours are set, yet there is nothing to take part as


def hours(*, opens_at: datetime | None, closes_at: datetime | None, now: datetime) -> Hours:
    """Open from the opening moment on, and no longer at the closing moment.

    Aware moments are compared on the one time line, so a change of clocks moves nothing.
    """
    if opens_at is None:
        return Hours.NOT_ANNOUNCED
    if now < opens_at:
        return Hours.NOT_YET
    if closes_at is not None and now >= closes_at:
        return Hours.CLOSED
    return Hours.OPEN


class Gap(StrEnum):
    """What hours that are announced still lack for people to register within them."""

    NO_CATEGORY = "no_category"
    NO_CLOSING = "no_closing"


def gap(*, opens_at: datetime | None, closes_at: datetime | None, categories: int) -> Gap | None:
    """The worse of the two; nothing is lacking before an opening hour is announced."""
    if opens_at is None:
        return None
    if not categories:
        return Gap.NO_CATEGORY
    return Gap.NO_CLOSING if closes_at is None else None


class Limit(StrEnum):
    """A limit that has no room, named as the reason for waiting."""

    CAPACITY = "capacity"
    CATEGORY = "category"
    DISTRICT = "district"
    DISTRICT_CATEGORY = "district_category"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a registration draws on: its category, and its district if it comes from one."""

    category: int
    district: int | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """Seats by limit; what is absent is unlimited."""

    capacity: int | None = None
    categories: Mapping[int, int] = field(default_factory=dict)
    districts: Mapping[int, int] = field(default_factory=dict)
    shares: Mapping[tuple[int, int], int] = field(default_factory=dict)  # (district, category)


class Taken:
    """Seats held now, counted along every limit at once."""

    def __init__(self, claims: Mapping[Claim, int] | Iterable[Claim] = ()) -> None:
        self.claims: Counter[Claim] = Counter()
        self.total = 0
        self.categories: Counter[int] = Counter()
        self.districts: Counter[int] = Counter()
        for claim, count in Counter(claims).items():
            self.add(claim, count)

    def add(self, claim: Claim, count: int = 1) -> None:
        self.claims[claim] += count
        self.total += count
        self.categories[claim.category] += count
        if claim.district is not None:
            self.districts[claim.district] += count


def full_limits(limits: Limits, taken: Taken, claim: Claim) -> tuple[Limit, ...]:
    """The limits that leave no room for this claim, the widest first; none means a seat.

    >>> full_limits(Limits(capacity=1), Taken([Claim(1)]), Claim(2))
    (<Limit.CAPACITY: 'capacity'>,)
    """
    district = claim.district
    checks: list[tuple[Limit, int | None, int]] = [
        (Limit.CAPACITY, limits.capacity, taken.total),
        (
            Limit.CATEGORY,
            limits.categories.get(claim.category),
            taken.categories[claim.category],
        ),
    ]
    if district is not None:
        share = limits.shares.get((district, claim.category))
        checks += [
            (Limit.DISTRICT, limits.districts.get(district), taken.districts[district]),
            (Limit.DISTRICT_CATEGORY, share, taken.claims[claim]),
        ]
    return tuple(name for name, seats, held in checks if seats is not None and held >= seats)


@dataclass(frozen=True, slots=True)
class Decision:
    """A seat, or the waiting list and the limits that are the reason."""

    full: tuple[Limit, ...] = ()

    @property
    def seat(self) -> bool:
        return not self.full


def decide(limits: Limits, taken: Taken, claim: Claim) -> Decision:
    return Decision(full_limits(limits, taken, claim))


def promotions(limits: Limits, taken: Taken, queue: Iterable[tuple[int, Claim]]) -> list[int]:
    """Who of the queue gets a seat now, in order.

    Someone whose own limit is full is passed over and keeps the place in the queue; nobody behind
    them with the same claim can then overtake, because the same limit is full for both.
    """
    now_taken = Taken(taken.claims)
    promoted = []
    for identity, claim in queue:
        if limits.capacity is not None and now_taken.total >= limits.capacity:
            break
        if decide(limits, now_taken, claim).seat:
            now_taken.add(claim)
            promoted.append(identity)
    return promoted


def room(limits: Limits, taken: Taken, claim: Claim) -> int | None:
    """How many more seats this claim could get; None when nothing limits it."""
    left: list[int] = []
    if limits.capacity is not None:
        left.append(limits.capacity - taken.total)
    if claim.category in limits.categories:
        left.append(limits.categories[claim.category] - taken.categories[claim.category])
    if claim.district is not None:
        if claim.district in limits.districts:
            left.append(limits.districts[claim.district] - taken.districts[claim.district])
        share = limits.shares.get((claim.district, claim.category))
        if share is not None:
            left.append(share - taken.claims[claim])
    return max(0, min(left)) if left else None
