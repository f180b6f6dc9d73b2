"""A day laid out as a table: whatever the programme, the table is whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from rost.core.programme.model import Form, Programme, State
from rost.forum.queries.programme_page import Sheet, sheet_of
from rost.forum.queries.published import indexed
from rost.forum.tests.sample import FIRST, sample_programme, sample_route


def any_day(seed: int) -> Programme:
    """One day in which sessions stand anywhere: clashing, long, on the bus, without a place."""
    chance = Random(seed)
    programme = sample_programme(chance.randint(1, 30), days=1, halls=chance.randint(1, 4))
    opening = programme.days[0].start
    sessions = tuple(
        replace(
            one,
            start=opening + timedelta(minutes=15 * chance.randrange(32)),
            minutes=chance.choice([15, 30, 60, 90, 240]),
            form=chance.choice([Form.LECTURE, Form.LECTURE, Form.PLENARY, Form.BREAK]),
            hall=chance.choice([one.hall, one.hall, one.hall, "", "gone"]),
            route=chance.choice(["", "", "severnyi"]) if chance.random() < 0.2 else "",
            state=chance.choice([State.ACCEPTED, State.ACCEPTED, State.CANCELLED]),
        )
        for one in programme.sessions
    )
    sessions = tuple(replace(one, hall="") if one.route else one for one in sessions)
    return replace(programme, sessions=sessions, routes=(sample_route(),))


def filled(sheet: Sheet) -> list[list[int]]:
    """How many cells cover each place of the table, laid out as a browser does it."""
    table = [[0] * len(sheet.columns) for _row in sheet.rows]
    for number, row in enumerate(sheet.rows):
        column = 0
        for cell in row.cells:
            while column < len(sheet.columns) and table[number][column]:
                column += 1
            for down in range(cell.rows):
                for right in range(max(cell.columns, 1)):
                    table[number + down][column + right] += 1
            column += max(cell.columns, 1)
    return table


@pytest.mark.parametrize("seed", range(150))
def test_every_place_of_the_table_is_covered_once(seed: int) -> None:
    sheet = sheet_of(indexed(any_day(seed), ""), FIRST, "ru")

    assert {count for row in filled(sheet) for count in row} == {1}


@pytest.mark.parametrize("seed", range(150))
def test_every_session_stands_once_in_the_row_of_its_start_or_below(seed: int) -> None:
    programme = any_day(seed)

    sheet = sheet_of(indexed(programme, ""), FIRST, "ru")

    shown = [one for row in sheet.rows for cell in row.cells for one in cell.entries]
    assert sorted(one.code for one in shown) == sorted(one.code for one in programme.sessions)
    for row in sheet.rows:
        for cell in row.cells:
            if cell.entries:
                assert f"{cell.entries[0].start:%H:%M}" == row.time


def test_sessions_of_a_hall_stand_in_its_column() -> None:
    programme = sample_programme(16, days=1, halls=4)

    sheet = sheet_of(indexed(programme, ""), FIRST, "ru")

    assert sheet.columns == tuple(hall.name for hall in programme.halls)
    for row in sheet.rows:
        for name, cell in zip(sheet.columns, row.cells, strict=False):
            assert {one.place for one in cell.entries if not one.is_break} <= {name}


@pytest.mark.parametrize(("halls", "too_wide"), [(8, False), (10, False), (11, True)])
def test_more_halls_than_a_screen_holds_are_read_as_a_list(halls: int, too_wide: bool) -> None:
    programme = sample_programme(halls, days=1, halls=halls)

    assert sheet_of(indexed(programme, ""), FIRST, "ru").too_wide is too_wide
