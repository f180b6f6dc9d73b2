"""Who gets a seat: hours, limits and the order of the waiting list, as values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rost.forum.rules.registration import (
    Claim,
    Hours,
    Limit,
    Limits,
    Taken,
    decide,
    full_limits,
    hours,
    promotions,
    room,
)

OPENS = datetime(2020, 1, 20, 9, tzinfo=UTC)
CLOSES = datetime(2020, 2, 10, 13, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("opens", "closes", "now", "state"),
    [
        (None, None, OPENS, Hours.NOT_ANNOUNCED),
        (None, CLOSES, OPENS, Hours.NOT_ANNOUNCED),
        (OPENS, CLOSES, OPENS - MOMENT, Hours.NOT_YET),
        (OPENS, CLOSES, OPENS, Hours.OPEN),
        (OPENS, CLOSES, CLOSES - MOMENT, Hours.OPEN),
        (OPENS, CLOSES, CLOSES, Hours.CLOSED),
        (OPENS, None, CLOSES + timedelta(days=999), Hours.OPEN),
    ],
)
def test_open_from_the_opening_moment_until_just_before_the_closing_one(
    opens: datetime | None, closes: datetime | None, now: datetime, state: Hours
) -> None:
    assert hours(opens_at=opens, closes_at=closes, now=now) is state


def test_a_change_of_clocks_between_opening_and_now_moves_nothing() -> None:
    """Where clocks go back, 02:30 comes twice: the first does not open what opens at the second."""
    berlin = ZoneInfo("Europe/Berlin")
    opens = datetime(2020, 10, 25, 2, 30, tzinfo=berlin, fold=1)
    first = datetime(2020, 10, 25, 2, 45, tzinfo=berlin, fold=0).astimezone(UTC)

    assert hours(opens_at=opens.astimezone(UTC), closes_at=None, now=first) is Hours.NOT_YET
    assert hours(
        opens_at=opens.astimezone(UTC), closes_at=None, now=first + timedelta(hours=1)
    ) is (Hours.OPEN)


HEADS, GUESTS = 1, 2
NORTH, SOUTH = 10, 20
LIMITS = Limits(
    capacity=5,
    categories={HEADS: 3},
    districts={NORTH: 2},
    shares={(SOUTH, HEADS): 1},
)


@pytest.mark.parametrize(
    ("taken", "claim", "full"),
    [
        ([], Claim(HEADS, NORTH), ()),
        ([Claim(GUESTS)] * 5, Claim(GUESTS), (Limit.CAPACITY,)),
        ([Claim(HEADS)] * 3, Claim(HEADS), (Limit.CATEGORY,)),
        ([Claim(HEADS)] * 3, Claim(GUESTS), ()),
        ([Claim(GUESTS, NORTH)] * 2, Claim(HEADS, NORTH), (Limit.DISTRICT,)),
        ([Claim(GUESTS, NORTH)] * 2, Claim(HEADS, SOUTH), ()),
        ([Claim(GUESTS, NORTH)] * 2, Claim(HEADS), ()),
        ([Claim(HEADS, SOUTH)], Claim(HEADS, SOUTH), (Limit.DISTRICT_CATEGORY,)),
        ([Claim(HEADS, SOUTH)], Claim(GUESTS, SOUTH), ()),
        (
            [Claim(HEADS, NORTH)] * 3 + [Claim(GUESTS)] * 2,
            Claim(HEADS, NORTH),
            (Limit.CAPACITY, Limit.CATEGORY, Limit.DISTRICT),
        ),
    ],
)
def test_every_limit_needs_room_and_the_full_ones_are_the_reason(
    taken: list[Claim], claim: Claim, full: tuple[Limit, ...]
) -> None:
    assert full_limits(LIMITS, Taken(taken), claim) == full
    assert decide(LIMITS, Taken(taken), claim).seat is (full == ())


def test_without_limits_everybody_has_a_seat() -> None:
    assert room(Limits(), Taken([Claim(1)] * 1000), Claim(1)) is None
    assert decide(Limits(), Taken([Claim(1)] * 1000), Claim(1)).seat


def test_a_lowered_limit_leaves_no_room_rather_than_less_than_none() -> None:
    assert room(Limits(capacity=1), Taken([Claim(1)] * 3), Claim(1)) == 0


def test_who_waits_for_a_full_quota_is_passed_over_and_the_next_one_is_not() -> None:
    limits = Limits(capacity=4, districts={NORTH: 1})
    queue = [(1, Claim(HEADS, NORTH)), (2, Claim(HEADS, SOUTH)), (3, Claim(HEADS, NORTH))]

    assert promotions(limits, Taken([Claim(HEADS, NORTH)]), queue) == [2]
    assert promotions(limits, Taken(), queue) == [1, 2]


claims = st.builds(
    Claim, st.integers(1, 3), st.one_of(st.none(), st.sampled_from([NORTH, SOUTH, 30]))
)
seats = st.integers(0, 6)
all_limits = st.builds(
    Limits,
    capacity=st.one_of(st.none(), st.integers(0, 12)),
    categories=st.dictionaries(st.integers(1, 3), seats),
    districts=st.dictionaries(st.sampled_from([NORTH, SOUTH, 30]), seats),
    shares=st.dictionaries(
        st.tuples(st.sampled_from([NORTH, SOUTH, 30]), st.integers(1, 3)), seats
    ),
)


def over(limits: Limits, held: list[Claim]) -> list[str]:
    """Limits that are exceeded, counted the slow way."""
    found = []
    if limits.capacity is not None and len(held) > limits.capacity:
        found.append("capacity")
    for category, number in limits.categories.items():
        if sum(one.category == category for one in held) > number:
            found.append(f"category {category}")
    for district, number in limits.districts.items():
        if sum(one.district == district for one in held) > number:
            found.append(f"district {district}")
    for (district, category), number in limits.shares.items():
        if held.count(Claim(category, district)) > number:
            found.append(f"share {district} {category}")
    return found


def come(limits: Limits, arrivals: list[Claim]) -> tuple[list[Claim], list[tuple[int, Claim]]]:
    """Everybody comes one after another: who is seated, who waits."""
    held: list[Claim] = []
    queue: list[tuple[int, Claim]] = []
    for number, claim in enumerate(arrivals):
        if decide(limits, Taken(held), claim).seat:
            held.append(claim)
        else:
            queue.append((number, claim))
    return held, queue


@given(all_limits, st.lists(claims, max_size=30))
def test_arrivals_never_exceed_a_limit(limits: Limits, arrivals: list[Claim]) -> None:
    held, _queue = come(limits, arrivals)

    assert over(limits, held) == []


@given(all_limits, st.lists(claims, max_size=30))
def test_after_arrivals_nobody_who_waits_could_have_a_seat(
    limits: Limits, arrivals: list[Claim]
) -> None:
    held, queue = come(limits, arrivals)

    assert promotions(limits, Taken(held), queue) == []


@given(all_limits, st.lists(claims, max_size=25), st.data())
def test_freed_seats_are_filled_in_order_within_the_limits_and_to_the_last(
    limits: Limits, arrivals: list[Claim], data: st.DataObject
) -> None:
    held, queue = come(limits, arrivals)
    gone = data.draw(st.lists(st.integers(0, max(0, len(held) - 1)), unique=True, max_size=6))
    held = [claim for place, claim in enumerate(held) if place not in gone]

    promoted = promotions(limits, Taken(held), queue)

    after = held + [claim for number, claim in queue if number in promoted]
    left = [(number, claim) for number, claim in queue if number not in promoted]
    assert over(limits, after) == []
    assert promoted == sorted(promoted)
    assert all(not decide(limits, Taken(after), claim).seat for _number, claim in left)
    for number, claim in left:  # nobody with the same claim has overtaken
        assert not any(other > number and dict(queue)[other] == claim for other in promoted)


@given(all_limits, st.lists(claims, max_size=20), claims)
def test_room_is_how_many_more_of_the_same_get_a_seat(
    limits: Limits, held: list[Claim], claim: Claim
) -> None:
    free = room(limits, Taken(held), claim)

    queue = [(number, claim) for number in range(20)]
    assert len(promotions(limits, Taken(held), queue)) == (20 if free is None else free)
