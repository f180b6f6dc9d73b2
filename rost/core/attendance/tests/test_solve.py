"""Two ways to one answer on random marks, and what never matters."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from rost.core.attendance import (
    Direction,
    DoorKind,
    Fault,
    FaultKind,
    Mark,
    Presence,
    Rules,
    Slot,
    solve,
    verify,
)

from .day import DAY, RULES, TIMETABLE, UFA, clock, mark

DOORS = [
    (DoorKind.ENTRANCE, ""),
    (DoorKind.HALL, "big"),
    (DoorKind.HALL, "small"),
    (DoorKind.ROUTE, "bus"),
]


@st.composite
def moments(draw: st.DrawFn) -> Any:
    """Mostly near the edges of ten minutes, where rules meet; over two days."""
    rough = draw(st.integers(min_value=40, max_value=280)) * 10
    fine = draw(st.sampled_from([0, 0, 0, 1, 30, 60, 90, 119, 120, 121]))
    return DAY + timedelta(minutes=rough, seconds=fine)


@st.composite
def slot_lists(draw: st.DrawFn) -> list[Slot]:
    slots = []
    for number in range(draw(st.integers(min_value=0, max_value=7))):
        begins = draw(moments())
        length = draw(st.sampled_from([0, 1, 45, 60, 90, 240, 600]))
        place = draw(st.sampled_from(["big", "small", "bus"]))
        counts = draw(st.sampled_from([True, True, True, False]))
        ends = begins + timedelta(minutes=length)
        slots.append(Slot(f"S{number}", place, begins, ends, counts))
    return slots


@st.composite
def mark_lists(draw: st.DrawFn) -> list[Mark]:
    marks = []
    for number in range(draw(st.integers(min_value=0, max_value=14))):
        kind, place = draw(st.sampled_from(DOORS))
        marks.append(
            Mark(
                id=f"{draw(st.integers(min_value=0, max_value=9))}-{number}",
                holder=draw(st.sampled_from(["azat", "rida"])),
                kind=kind,
                place=place,
                at=draw(moments()),
                direction=draw(st.sampled_from([Direction.IN, Direction.IN, Direction.OUT])),
                session=draw(st.sampled_from(["", "", "", "", "S0", "S1", "S9"])),
            )
        )
    return marks


rule_sets = st.builds(
    Rules,
    hour_minutes=st.sampled_from([45, 60]),
    share_percent=st.sampled_from([1, 33, 50, 51, 100]),
    early=st.sampled_from([timedelta(0), timedelta(minutes=15), timedelta(minutes=45)]),
    tap=st.sampled_from([timedelta(0), timedelta(minutes=2)]),
)


@settings(max_examples=400, deadline=None)
@given(mark_lists(), slot_lists(), rule_sets)
def test_both_ways_agree(marks: list[Mark], slots: list[Slot], rules: Rules) -> None:
    found = solve(marks, slots, rules, zone=UFA)

    assert verify(marks, slots, rules, found, zone=UFA) == []


@settings(max_examples=150, deadline=None)
@given(mark_lists(), slot_lists(), st.randoms(use_true_random=False))
def test_order_and_doubles_never_matter(marks: list[Mark], slots: list[Slot], chance: Any) -> None:
    again = marks + [one for one in marks if chance.random() < 0.5]
    chance.shuffle(again)
    turned = list(slots)
    chance.shuffle(turned)

    assert solve(again, turned, RULES, zone=UFA) == solve(marks, slots, RULES, zone=UFA)


@settings(max_examples=150, deadline=None)
@given(mark_lists(), slot_lists(), rule_sets)
def test_nobody_is_credited_more_time_than_passed(
    marks: list[Mark], slots: list[Slot], rules: Rules
) -> None:
    longest = {slot.session: slot.ends_at - slot.starts_at for slot in slots if slot.counts}
    whole = sum(longest.values(), timedelta())
    if slots:
        whole = min(
            whole, max(slot.ends_at for slot in slots) - min(slot.starts_at for slot in slots)
        )

    for one in solve(marks, slots, rules, zone=UFA).values():
        assert timedelta(minutes=one.minutes) <= whole
        assert all(timedelta(minutes=part) <= longest[code] for code, part in one.sessions.items())


def test_verify_names_what_is_wrong() -> None:
    marks = [mark("9:50 in big"), mark("9:50 in big", holder="azat")]
    found = solve(marks, TIMETABLE, RULES, zone=UFA)
    wrong = {
        "rida": replace(found["rida"], hours=3, days=frozenset({date(2020, 2, 19)})),
        "vera": Presence("vera", frozenset()),
    }

    assert verify(marks, TIMETABLE, RULES, wrong, zone=UFA) == [
        Fault("vera", FaultKind.STRANGE),
        Fault("azat", FaultKind.MISSING),
        Fault("rida", FaultKind.DAYS, {date(2020, 2, 18)}, {date(2020, 2, 19)}),
        Fault("rida", FaultKind.HOURS, 2, 3),
    ]


def test_verify_finds_minutes_counted_twice() -> None:
    marks = [mark("9:50 in big")]
    found = solve(marks, TIMETABLE, RULES, zone=UFA)
    wrong = {"rida": replace(found["rida"], sessions={"OPENING": 90, "LAND": 60}, minutes=150)}

    assert [fault.kind for fault in verify(marks, TIMETABLE, RULES, wrong, zone=UFA)] == [
        FaultKind.SESSIONS,
        FaultKind.MINUTES,
    ]


def of_one_person(count: int) -> list[Mark]:
    """Marks of one badge that goes in and out, again and again, through two days."""
    start, doors = clock("8:00"), DOORS[1:]
    return [
        Mark(
            id=f"{number:06}",
            holder="rida",
            kind=doors[number // 2 % 3][0],
            place=doors[number // 2 % 3][1],
            at=start + timedelta(hours=30) * number / count,
            direction=Direction.OUT if number % 2 else Direction.IN,
        )
        for number in range(count)
    ]


def of_many_people(count: int) -> list[Mark]:
    return [
        replace(one, holder=str(number % 500)) for number, one in enumerate(of_one_person(count))
    ]


def steps(work: Callable[[], object]) -> int:
    """Lines of our code that were run; unlike time, the same on every machine."""
    count = 0

    def local(frame: Any, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return local

    def trace(frame: Any, event: str, argument: Any) -> Any:
        return local if "attendance" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def test_work_grows_with_the_number_of_marks_and_no_faster() -> None:
    for made in (of_one_person, of_many_people):
        few, many = made(2_500), made(5_000)

        lines = [
            steps(lambda marks=marks: solve(marks, TIMETABLE, RULES, zone=UFA))
            for marks in (few, many)
        ]

        assert lines[1] < 2.3 * lines[0]


def test_twenty_thousand_marks_in_one_call() -> None:
    marks = of_many_people(20_000)

    found = solve(marks, TIMETABLE, RULES, zone=UFA)

    assert len(found) == 500
    assert verify(marks, TIMETABLE, RULES, found, zone=UFA) == []
