"""A plan as the solution workbook that the library's checker reads."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bench.cosplib.reading import KINDS, Conference
from rost.core.scheduling import Plan, Tally


def shown(cost: int, conference: Conference) -> int | float:
    """A cost in the measure of the workbook."""
    whole, rest = divmod(cost, conference.scale)
    return whole if not rest else cost / conference.scale


def write(
    path: Path, conference: Conference, plan: Plan, tallies: tuple[Tally, ...], broken: int = 0
) -> None:
    """`broken`: what the checker takes for submissions that had to be cut."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "sol"
    for number, row in enumerate(_rows(conference, plan), start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                sheet.cell(number, column, value)  # type: ignore[arg-type]
    _violations(book.create_sheet("violations"), conference, tallies, broken)
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
    head = [conference.rooms.get(room, room) for room in rooms]
    tracks: list[list[object]] = []
    slots: list[list[object]] = []
    for stretch in problem.stretches:
        name = conference.sessions.get(stretch.key, stretch.key)
        row: list[object] = [name]
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
            slots.append([name, *(one and conference.references.get(one.key) for one in found)])
    return [[None, *head], *tracks, [], *slots]


def _violations(
    sheet: Worksheet, conference: Conference, tallies: tuple[Tally, ...], broken: int
) -> None:
    """The objective, then two columns for each kind: where, and what it costs."""
    by_measure = {one.measure: one for one in tallies}
    total = sum(tally.cost for tally in tallies)
    sheet.cell(1, 1, "Objective")
    sheet.cell(2, 1, shown(total + broken * conference.scale, conference))
    for number, (measure, title) in enumerate(KINDS):
        tally, column = by_measure[measure], 2 + 2 * number
        sheet.cell(1, column, title)
        row = 2
        for keys, share in tally.causes if tally.weight else ():
            sheet.cell(row, column, " - ".join(keys))
            sheet.cell(row, column + 1, shown(share * tally.weight, conference))
            row += 1
        sheet.cell(row, column, "Total")
        sheet.cell(row, column + 1, shown(tally.cost, conference))
