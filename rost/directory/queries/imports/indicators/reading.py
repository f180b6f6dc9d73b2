"""Reading a list of figures: rows to write, faults to show; nothing is written here.

Lines of other regions and of indicators that nobody has named are passed over and counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import IO

from rost.core.codes import check_oktmo, clean
from rost.core.language import fold
from rost.core.tables import Columns, Reason, TableRefused
from rost.directory.models import Indicator, IndicatorCode
from rost.directory.queries.imports.model import fault
from rost.directory.queries.imports.registered import Places

from .columns import Headed, columns_of, headed, is_flat, is_header
from .doubts import mark_doubts
from .figures import is_missing, read_figure, year_of
from .model import FiguresReading
from .opening import Line, lines_of
from .units import ratio

HEADER_WITHIN = 20
REGION_DIGITS, CODE_DIGITS, LOCALITY_DIGITS = 2, 8, 11
LONGEST = 20_000  # figures of a list that is kept between its two steps


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure as the list has it."""

    line: int
    column: str
    indicator: str
    year: str
    value: str
    unit: str


class _Reader:
    """What is needed for every line, read once for the whole list."""

    def __init__(self, year: int | None, limit: int | None) -> None:
        self.year, self.limit = year, limit
        self.places = Places()
        self.regions = {code[:REGION_DIGITS] for code in self.places.codes}
        self.indicators = {one.code: one for one in Indicator.objects.all()}
        rows = IndicatorCode.objects.values_list("code", "indicator__code")
        self.names = dict(rows) | {fold(code): code for code in self.indicators}
        self.reading = FiguresReading()
        self.seen: dict[tuple[str, str, int], float] = {}

    def read(self, lines: Iterator[Line]) -> FiguresReading:
        header_line, header = _header(lines)
        columns = columns_of(header)
        if not {"code", "name"} & columns.places.keys():
            self.reading.faults.append(fault(header_line, "column_missing", value="code"))
            return self.reading
        if is_flat(columns):
            self._read_flat(lines, columns, header)
        else:
            self._read_sheet(lines, columns, header, header_line)
        return self.reading

    def _read_flat(self, lines: Iterator[Line], columns: Columns, header: list[str]) -> None:
        if "year" not in columns.places and self.year is None:
            self.reading.faults.append(fault(1, "column_missing", value="year"))
            return
        at = columns.places
        for line, cells in lines:
            values = {name: cells[p] if p < len(cells) else "" for name, p in at.items()}
            place = self._place(line, values)
            if not place:
                continue
            told = _Told(
                line,
                header[at["value"]],
                self._indicator(values.get("indicator_code", ""), values.get("indicator", "")),
                values.get("year") or str(self.year or ""),
                values["value"],
                values.get("unit", ""),
            )
            if not told.indicator:
                name = values.get("indicator") or values.get("indicator_code", "")
                self.reading.note(line, "indicator_unknown", name)
                continue
            self._figure(place, told)

    def _read_sheet(
        self, lines: Iterator[Line], columns: Columns, header: list[str], header_line: int
    ) -> None:
        wanted: list[tuple[Headed, str]] = []
        for one in headed(header, columns):
            code = self.names.get(one.indicator, "")
            if code:
                wanted.append((one, code))
            else:
                self.reading.note(header_line, "indicator_unknown", one.heading)
        for line, cells in lines:
            at = columns.places.items()
            values = {name: cells[p] if p < len(cells) else "" for name, p in at}
            place = self._place(line, values)
            for one, code in wanted if place else ():
                cell = cells[one.place] if one.place < len(cells) else ""
                year = one.year or values.get("year") or str(self.year or "")
                self._figure(place, _Told(line, one.heading, code, year, cell, one.unit))

    def _indicator(self, code: str, name: str) -> str:
        """Ours, by the code of the list or by its name."""
        return self.names.get(fold(code), "") or self.names.get(fold(name), "")

    def _place(self, line: int, values: dict[str, str]) -> str:
        told = values.get("code", "")
        code = clean(told).replace("-", "")
        if not code:
            name, district = values.get("name", ""), values.get("district", "")
            found = self.places.by_name(name, district)
            if len(found) == 1:
                return found[0]
            problem = "place_ambiguous" if found else "place_unknown" if name else "empty"
            self.reading.faults.append(fault(line, problem, value=f"{name} {district}".strip()))
            return ""
        if len(code) == LOCALITY_DIGITS and code.endswith("000"):
            code = code[:CODE_DIGITS]
        if code in self.places.codes:
            return code
        if code[:REGION_DIGITS] not in self.regions:
            self.reading.passed_over += 1
            return ""
        wrong = check_oktmo(code)
        if wrong is None:
            self.reading.note(line, "place_unknown", code)
        else:
            self.reading.faults.append(fault(line, f"oktmo_{wrong.value}", value=told))
        return ""

    def _figure(self, place: str, told: _Told) -> None:
        if is_missing(told.value):
            self.reading.passed_over += 1
            return
        indicator, year = self.indicators[told.indicator], year_of(told.year)
        value, problem = read_figure(indicator, told.value, told.unit)
        said = told.unit if problem == "unit_wrong" else told.value
        if year is None:
            problem, said = "year_wrong", told.year
        key = (place, told.indicator, year or 0)
        if not problem and key in self.seen:
            if self.seen[key] == value:
                self.reading.passed_over += 1
                return
            problem, said = "figure_twice", f"{place}, {told.year}: {told.value}"
        if problem:
            self.reading.faults.append(fault(told.line, problem, column=told.column, value=said))
            return
        if self.limit is not None and len(self.reading.rows) >= self.limit:
            raise TableRefused(Reason.TOO_MANY_ROWS, line=told.line, limit=self.limit)
        self.seen[key] = value
        if told.unit:
            self._note_unit(told, value, indicator)
        self.reading.rows.append(
            {
                "line": told.line,
                "code": place,
                "indicator": told.indicator,
                "year": year,
                "value": value,
                "doubt": "",
            }
        )

    def _note_unit(self, told: _Told, value: float, indicator: Indicator) -> None:
        if ratio(told.unit, indicator.unit) != 1.0:
            self.reading.note(told.line, "unit_changed", f"{told.unit} ({indicator.name_ru})")


def read_indicators(
    sent: IO[bytes], name: str, *, year: int | None = None, limit: int | None = LONGEST
) -> FiguresReading:
    """Figures ready to be written, those of doubt marked, and what is wrong with the rest."""
    reader = _Reader(year, limit)
    reading = reader.read(lines_of(sent, name))
    mark_doubts(reading.rows, reader.indicators)
    return reading


def _header(lines: Iterator[Line]) -> Line:
    """The row that names columns: lists often begin with a title of their own."""
    first: list[Line] = []
    for line, cells in lines:
        if is_header(cells):
            return line, cells
        first.append((line, cells))
        if len(first) == HEADER_WITHIN:
            break
    if not first:
        raise TableRefused(Reason.EMPTY)
    return next(chain(first))
