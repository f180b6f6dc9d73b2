"""Workbooks of the public library: what is read, what is written, what they come to."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from bench.cosplib.easing import cut, cuts, eased
from bench.cosplib.hours import Hours, clock
from bench.cosplib.reading import KINDS, read
from bench.cosplib.sheets import UnreadableWorkbook
from bench.cosplib.writing import write
from rost.core.scheduling import Demand, Limits, Measure, Status, measure, solve, verify

REFERENCE = Path(os.environ.get("REFERENCE_DATA", "../shared/reference")) / "cosplib"
LEFT = (
    ("Sessions", None), ("Local time zone:", "GMT+5"), ("Suitable scheduling times", None),
    ("From:", time(9, 30)), ("To:", time(21, 30)), ("Less suitable scheduling times", None),
    ("From:", "07:00:00"), ("To:", time(23, 0)), ("Penalty:", 1),
    ("Unsuitable scheduling times", None), ("Penalty:", 10),
)  # fmt: skip


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Two tracks, two sessions, two rooms; a reference that is a number, empty columns."""
    book = Workbook()
    parameters = book.active
    assert parameters is not None
    parameters.title = "parameters"
    for number in range(len(KINDS) + 1):
        left = LEFT[number] if number < len(LEFT) else (None, None)
        parameters.append([*left, None, "Weights" if not number else "…", number or None])
    sheets: dict[str, list[list[object]]] = {
        "submissions": [
            ["Reference", "Track", "Required Timeslots", "Order", "Time Zone", "Presenters",
             "Attendees", "Mon", "Tue", "Hall", "Room", None],
            [17, "Roads", 2, 1, "GMT+5", "Anna, Bulat", None, None, 3, None, 2, None],
            ["b", "Roads", 1, 0, "GMT-6", "Vera", "Anna", None, None, None, None, None],
            ["c", "Water", 1, None, "Europe/London", "Vera", "Anna, Bulat", 1, None, None, None],
            [None, None, None],
        ],
        "tracks": [["Tracks", "Chairs"], ["Roads", "Vera"], ["Water", None]],
        "sessions": [
            ["Sessions", "Max Number of Timeslots", "Date", "Start Time", "End Time"],
            ["Mon", 2, datetime(2021, 7, 28), time(9, 30), time(10, 30)],
            ["Tue", 3, datetime(2021, 7, 29), "14:00:00", time(15, 30)],
        ],
        "rooms": [["Rooms"], ["Hall"], ["Room"]],
        "tracks_sessions|penalty": [[None, "Mon", "Tue"], ["Roads", 10, None], ["Water", None, ""]],
        "tracks_rooms|penalty": [[None, "Hall", "Room"], ["Roads", None, "4"], ["Water", None]],
        "similar tracks": [[None, "Roads", "Water"], ["Roads", None, 5], ["Water", 7, None]],
        "sessions_rooms|penalty": [[None, "Hall", "Room"], ["Mon", None, 6], ["Tue", None, None]],
    }  # fmt: skip
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "Tiny.xlsx")
    return tmp_path / "Tiny.xlsx"


def test_what_is_read(workbook: Path) -> None:
    problem = read(workbook).problem

    assert [(s.key, s.begins, s.ends) for s in problem.stretches] == [("Mon", 0, 2), ("Tue", 3, 6)]
    assert [(i.key, i.ticks, i.track, i.order) for i in problem.items] == [
        ("17", 2, "Roads", 1),
        ("b", 1, "Roads", 0),
        ("c", 1, "Water", 0),
    ]
    assert problem.items[0].presenters == ("Anna", "Bulat")
    assert problem.items[2].attendees == ("Anna", "Bulat")
    assert [(t.key, t.chairs) for t in problem.tracks] == [("Roads", ("Vera",)), ("Water", ())]
    assert problem.similar == {("Roads", "Water"): 5}
    assert [problem.weights[kind] for kind, _ in KINDS] == list(range(1, 17))
    assert [(c.measure, c.track, c.stretch, c.place, c.cost) for c in problem.track_costs] == [
        (Measure.TRACK_STRETCH, "Roads", "Mon", "", 10),
        (Measure.TRACK_PLACE, "Roads", "", "Room", 4),
        (Measure.STRETCH_PLACE, "", "Mon", "Room", 6),
    ]
    assert problem.one_track


def test_a_penalty_of_a_submission_is_for_each_of_its_time_slots(workbook: Path) -> None:
    costs = read(workbook).problem.item_costs

    assert {
        (c.item, c.stretch, c.place, c.cost) for c in costs if c.measure is not Measure.ITEM_TIME
    } == {("17", "Tue", "", 6), ("17", "", "Room", 4), ("c", "Mon", "", 1)}
    assert {(c.item, c.stretch, c.cost) for c in costs if c.measure is Measure.ITEM_TIME} == {
        ("b", "Mon", 10),
        ("b", "Tue", 10),
        ("c", "Mon", 10),
    }


@pytest.mark.parametrize(
    ("begins", "ends", "zone", "penalty"),
    [
        (time(9, 30), time(10, 30), "GMT+5", 0),
        (time(8, 0), time(10, 0), "GMT+5", 1),
        (time(20, 0), time(22, 0), "GMT+5", 1),
        (time(6, 0), time(10, 0), "GMT+5", 10),
        (time(22, 0), time(23, 30), "GMT+5", 10),
        (time(9, 30), time(10, 30), "GMT+20", 10),
    ],
)
def test_hours_of_remote_speakers(begins: time, ends: time, zone: str, penalty: int) -> None:
    hours = Hours("GMT+5", (time(9, 30), time(21, 30)), (time(7), time(23)), 1, 10)

    assert hours.penalty(begins, ends, zone) == penalty


@pytest.mark.parametrize("cell", [time(14, 5), "14:05:00", "14:05", (14 * 60 + 5) / 1440])
def test_times_of_day_in_any_cell(cell: object) -> None:
    assert clock(cell) == time(14, 5)


def test_a_solution_is_written_as_the_checker_reads_it(workbook: Path, tmp_path: Path) -> None:
    conference = read(workbook)
    solution = solve(conference.problem, Limits(seconds=20, seed=1))
    tallies = measure(conference.problem, solution.plan)

    write(tmp_path / "TinySolution.xlsx", conference, solution.plan, tallies)

    assert verify(conference.problem, solution.plan) == ()
    book = load_workbook(tmp_path / "TinySolution.xlsx")
    assert book.sheetnames == ["sol", "violations"]
    rows = [list(row) for row in book["sol"].iter_rows(values_only=True)]
    assert rows[0] == [None, "Hall", "Room"]
    assert [row[0] for row in rows] == [None, "Mon", "Tue", None, "Mon", "Mon", "Tue", "Tue", "Tue"]
    shown = [cell for row in rows[4:] for cell in row[1:] if cell is not None]
    assert sorted(map(str, shown)) == ["17", "17", "b", "c"]
    assert 17 in shown
    assert book["violations"]["A2"].value == solution.objective


def test_names_written_a_little_differently_and_numbers_as_text(
    workbook: Path, tmp_path: Path
) -> None:
    book = load_workbook(workbook)
    rows = book["submissions"]
    rows["A3"], rows["B3"], rows["C3"], rows["H3"] = 17, " roads ", "1", "1 000"
    rows["B4"], rows["I4"], rows["J4"] = "Air", "2,5", "none"
    rows["J1"] = "HALL "
    book["parameters"]["E2"], book["parameters"]["E3"] = "3.0", None
    del book["similar tracks"]
    book.save(tmp_path / "Messy.xlsx")

    conference = read(tmp_path / "Messy.xlsx")

    problem = conference.problem
    assert [(i.key, i.ticks, i.track) for i in problem.items] == [
        ("17", 2, "Roads"),
        ("17 (2)", 1, "Roads"),
        ("c", 1, "Air"),
    ]
    assert conference.references["17 (2)"] == 17
    assert [track.key for track in problem.tracks] == ["Roads", "Water", "Air"]
    assert conference.scale == 2
    assert {(c.item, c.cost) for c in problem.item_costs if c.measure is Measure.ITEM_STRETCH} == {
        ("17", 12),
        ("17 (2)", 2000),
        ("c", 2),
        ("c", 5),
    }
    assert problem.weights[Measure.TRACK_STRETCH] == 3
    assert problem.weights[Measure.TRACK_PLACE] == 0
    assert problem.weights[Measure.PARALLEL_TRACK] == 2 * 6


@pytest.mark.parametrize("zone", ["GMT+99", "nowhere", "America", ""])
def test_unknown_zones_are_taken_as_the_base(zone: str) -> None:
    hours = Hours("GMT+0", (time(9, 30), time(21, 30)), (time(7), time(23)), 1, 10)

    assert hours.penalty(time(10), time(11), zone) == 0


def test_a_submission_longer_than_every_session_is_cut(workbook: Path) -> None:
    strict = replace(read(workbook), references={"17": 17})
    long = replace(strict.problem.items[0], ticks=4)
    strict = replace(strict, problem=replace(strict.problem, items=(long,)))

    conference = cut(strict)

    assert [(i.key, i.ticks) for i in conference.problem.items] == [
        ("17 part 1", 3),
        ("17 part 2", 1),
    ]
    assert conference.references["17 part 2"] == 17
    plan = solve(conference.problem, Limits(seconds=20, seed=1)).plan
    ticks = {item.key: item.ticks for item in conference.problem.items}
    assert verify(conference.problem, plan) == ()
    assert cuts(strict, plan, ticks) == 1_020_000_000


def test_where_there_is_not_room_for_all_most_of_it_stands(workbook: Path) -> None:
    problem = read(workbook).problem
    narrow = replace(problem, stretches=problem.stretches[:1], places=problem.places[:1])

    plan = eased(narrow, Limits(seconds=20, seed=1), solve)

    assert sorted(plan) == ["17"]
    assert {fault.demand for fault in verify(narrow, plan)} == {Demand.PLACED}


def test_a_missing_sheet_is_said(workbook: Path, tmp_path: Path) -> None:
    book = load_workbook(workbook)
    del book["rooms"]
    book.save(tmp_path / "Less.xlsx")

    with pytest.raises(UnreadableWorkbook, match="rooms"):
        read(tmp_path / "Less.xlsx")


@pytest.mark.skipif(not (REFERENCE / "N2OR.xlsx").exists(), reason="no reference data here")
def test_a_published_instance_is_solved_to_its_best_published_value() -> None:
    conference = read(REFERENCE / "N2OR.xlsx")

    solution = solve(conference.problem, Limits(seconds=60, seed=1, workers=2))

    assert (solution.status, solution.objective) == (Status.OPTIMAL, 1)
