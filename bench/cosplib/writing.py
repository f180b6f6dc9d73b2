"""A plan as the solution workbook that the library's checker reads."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bench.cosplib.reading import KINDS, Conference
from rost.core.scheduling import Measure, Plan, Tally


def write(path: Path, conference: Conference, plan: Plan, tallies: tuple[Tally, ...]) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "sol"
    for number, row in enumerate(_rows(conference, plan), start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                sheet.cell(number, column, value)  # type: ignore[arg-type]
    _violations(book.create_sheet("violations"), {one.measure: one for one in tallies})
    book.save(path)


def _rows(conference: Conference, plan: Plan) -> list[list[object]]:
    """Sessions × rooms with tracks, an empty row, time slots × rooms with references."""
    problem = conference.problem
    standing = {
        (plan[item.key].place, plan[item.key].begins + tick): item
        for item in problem.items
        if item.key in plan
        for tick in range(item.ticks)
    }
    rooms = [place.key for place in problem.places]
    tracks: list[list[object]] = []
    slots: list[list[object]] = []
    for stretch in problem.stretches:
        row: list[object] = [stretch.key]
        for room in rooms:
            here = [
                standing[room, tick]
                for tick in range(stretch.begins, stretch.ends)
                if (room, tick) in standing
            ]
            row.append(conference.tracks.get(here[0].track, here[0].track) if here else None)
        tracks.append(row)
        for tick in range(stretch.begins, stretch.ends):
            found = [standing.get((room, tick)) for room in rooms]
            slots.append(
                [stretch.key, *(one and conference.references.get(one.key) for one in found)]
            )
    return [[None, *rooms], *tracks, [], *slots]


def _violations(sheet: Worksheet, tallies: dict[Measure, Tally]) -> None:
    """The objective, then two columns for each kind: where, and what it costs."""
    sheet.cell(1, 1, "Objective")
    sheet.cell(2, 1, sum(tally.cost for tally in tallies.values()))
    for number, (measure, title) in enumerate(KINDS):
        tally, column = tallies[measure], 2 + 2 * number
        sheet.cell(1, column, title)
        row = 2
        for keys, share in tally.causes if tally.weight else ():
            sheet.cell(row, column, " - ".join(keys))
            sheet.cell(row, column + 1, share * tally.weight)
            row += 1
        sheet.cell(row, column, "Total")
        sheet.cell(row, column + 1, tally.cost)
