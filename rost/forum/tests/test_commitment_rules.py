"""What a commitment comes to, the public count with its second opinion, when it is reminded of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rost.forum.rules.commitments import (
    Group,
    Line,
    Promise,
    count,
    decent,
    due_reminder,
    verify,
)

DUE = date(2020, 6, 1)
ANSWERED = date(2020, 2, 20)
TRACKS = (Group("money", "Бюджет"), Group("people", "Люди"), Group("", ""))
DISTRICTS = (Group("80601000", "Абзелиловский район"), Group("", ""))


def promise(number: int, state: str, closed: date | None = None, due: date = DUE) -> Promise:
    return Promise(number, state, due, closed, "money", "80601000")


def line(key: str, name: str, **cells: int) -> Line:
    return Line(key, name, **cells)


def test_each_outcome_is_counted_where_it_belongs() -> None:
    rows = [
        promise(1, "kept", closed=DUE),
        promise(2, "kept", closed=DUE + timedelta(days=1)),
        promise(3, "dropped", closed=DUE),
        promise(4, "confirmed"),
        promise(5, "confirmed", due=date(2020, 9, 1)),
        replace(promise(6, "kept", closed=DUE), track="", district=""),
        promise(7, "noted"),
        promise(8, "refused"),
    ]

    figures = count(rows, tracks=TRACKS, districts=DISTRICTS, today=date(2020, 7, 1))

    cells = {"kept": 1, "kept_late": 1, "late": 1, "dropped": 1, "open": 1}
    assert figures.total == line("", "", **cells | {"kept": 2})
    assert figures.tracks == (line("money", "Бюджет", **cells), line("", "", kept=1))
    assert figures.districts == (
        line("80601000", "Абзелиловский район", **cells),
        line("", "", kept=1),
    )
    assert figures.unconfirmed == 2
    assert (figures.total.judged, figures.total.rate) == (5, 60)


def test_there_is_no_share_of_nothing() -> None:
    figures = count([promise(1, "confirmed")], tracks=TRACKS, districts=DISTRICTS, today=DUE)

    assert (figures.total.open, figures.total.rate) == (1, None)


def test_the_second_opinion_sees_a_wrong_number() -> None:
    rows = [promise(1, "kept", closed=DUE), promise(2, "confirmed")]
    figures = count(rows, tracks=TRACKS, districts=DISTRICTS, today=date(2020, 7, 1))

    wrong = replace(figures, total=replace(figures.total, late=0, kept=2))

    faults = verify(wrong, rows, today=date(2020, 7, 1))
    assert {(one.where, one.cell) for one in faults} == {
        ("all", "kept"),
        ("all", "late"),
        ("sum of track", "kept"),
        ("sum of track", "late"),
        ("sum of district", "kept"),
        ("sum of district", "late"),
    }


@given(
    some.lists(
        some.builds(
            Promise,
            number=some.integers(1, 99),
            state=some.sampled_from(("noted", "refused", "confirmed", "kept", "dropped")),
            due_on=some.dates(date(2020, 1, 1), date(2020, 3, 1)),
            closed_on=some.dates(date(2020, 1, 1), date(2020, 3, 1)),
            track=some.sampled_from(("money", "people", "")),
            district=some.sampled_from(("80601000", "")),
        )
    ),
    some.dates(date(2020, 1, 1), date(2020, 3, 1)),
)
def test_count_and_second_opinion_agree(rows: list[Promise], today: date) -> None:
    assert (
        verify(count(rows, tracks=TRACKS, districts=DISTRICTS, today=today), rows, today=today)
        == ()
    )


def reminders(*, until: date, answered: date = ANSWERED) -> list[tuple[date, str]]:
    """What is sent when somebody looks every day."""
    sent: list[tuple[date, str]] = []
    day = answered
    while day <= until:
        name = due_reminder(
            state="confirmed",
            wording=1,
            due_on=DUE,
            asked_on=None,
            answered_on=answered,
            sent=[one for _day, one in sent],
            today=day,
        )
        if name is not None:
            sent.append((day, name))
        day += timedelta(days=1)
    return sent


def test_reminders_come_before_the_day_on_it_and_ever_more_seldom_after() -> None:
    assert reminders(until=date(2021, 12, 31)) == [
        (date(2020, 5, 2), "month:1"),
        (date(2020, 5, 25), "week:1"),
        (date(2020, 6, 1), "due:1"),
        (date(2020, 6, 8), "late-1:1"),
        (date(2020, 6, 22), "late-2:1"),
        (date(2020, 7, 20), "late-3:1"),
        (date(2020, 9, 14), "late-4:1"),
    ]


def test_what_was_due_before_the_answer_is_passed_over() -> None:
    assert reminders(until=date(2020, 6, 1), answered=date(2020, 5, 20)) == [
        (date(2020, 5, 25), "week:1"),
        (date(2020, 6, 1), "due:1"),
    ]


def test_after_a_long_silence_only_the_newest_reminder_goes() -> None:
    name = due_reminder(
        state="confirmed",
        wording=2,
        due_on=DUE,
        asked_on=None,
        answered_on=ANSWERED,
        sent=("month:1",),
        today=date(2020, 6, 30),
    )

    assert name == "late-2:2"


@pytest.mark.parametrize("state", ["kept", "dropped", "refused"])
def test_nobody_is_reminded_of_what_is_closed(state: str) -> None:
    name = due_reminder(
        state=state,
        wording=1,
        due_on=DUE,
        asked_on=ANSWERED,
        answered_on=ANSWERED,
        sent=(),
        today=DUE,
    )

    assert name is None


@pytest.mark.parametrize(("hour", "good"), [(3, False), (4, True), (14, True), (15, False)])
def test_reminders_go_by_day_of_ufa(hour: int, good: bool) -> None:
    moment = datetime(2020, 2, 20, hour, 30, tzinfo=UTC)

    assert decent(moment, "Asia/Yekaterinburg") == good
