"""Reading census and statistics tables: a place, a year, how many people.

The place is told by its code, or by its name with the district's. Years stand in a column, at the
heads of columns (a column a year), or are one for the whole list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rost.core.codes import check_oktmo, clean
from rost.core.tables import Columns, Row, Table, match_columns, read_table, with_found_header

from .limits import limits
from .model import Reading, fault, heading
from .registered import Places

WANTED = {
    "code": ("код", "октмо", "oktmo", "код октмо", "код по октмо", "code"),
    "name": (
        "наименование",
        "название",
        "муниципальное образование",
        "поселение",
        "сельское поселение",
        "name",
    ),
    "district": ("район", "муниципальный район", "district", "округ", "городской округ"),
    "year": ("год", "year"),
    "people": (
        "население",
        "численность",
        "численность населения",
        "все население",
        "людей",
        "человек",
        "people",
        "population",
        "население человек",
        "численность населения человек",
    ),
}
YEAR_HEAD = re.compile(r"^\D{0,20}?((?:18|19|20)\d\d)\s*(?:г\.?|год|году|года)?$")
FIRST_YEAR, LAST_YEAR = 1897, 2100  # the first general census of the country
MOST_PEOPLE = 200_000_000
NO_DATA = {"", "-", "–", "—", "…", "...", "x", "х", "н/д"}
SPACES = re.compile(r"[\s\u00a0\u202f]+")
WHOLE = re.compile(r"^\d+(?:[.,]0+)?$")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number in the list, with the headings it stands under."""

    column: str
    year: str
    people: str


def read_populations(data: bytes, name: str, *, year: int | None = None) -> Reading:
    """Figures ready to be written, and what is wrong with the rest; `year` is for lists without."""
    table = with_found_header(read_table(data, name, limits=limits()), WANTED)
    columns = match_columns(table.header, WANTED)
    reading = Reading()
    for field in _missing(table, columns, year):
        reading.faults.append(fault(table.header_line, "column_missing", value=field))
    if reading.faults:
        return reading
    places = Places()
    seen: set[tuple[str, int]] = set()
    for row in table.rows:
        code = _place(row, table, columns, places, reading)
        if code is None:
            continue
        for figure in _figures(row, table, columns, year):
            _read(row, code, figure, reading, seen)
    return reading


def _missing(table: Table, columns: Columns, year: int | None) -> list[str]:
    missing = [] if {"code", "name"} & columns.places.keys() else ["code"]
    if _year_columns(table):
        return missing
    if "people" not in columns.places:
        missing.append("people")
    if "year" not in columns.places and year is None:
        missing.append("year")
    return missing


def _year_columns(table: Table) -> dict[int, str]:
    """Columns headed by a year."""
    found = {}
    for place, head in enumerate(table.header):
        matched = YEAR_HEAD.match(head.strip())
        if matched:
            found[place] = matched.group(1)
    return found


def _place(
    row: Row, table: Table, columns: Columns, places: Places, reading: Reading
) -> str | None:
    values = columns.values(row)
    code = clean(values["code"]).replace("-", "")
    if code:
        code = code[:8] if len(code) == 11 and code.endswith("000") else code
        wrong = check_oktmo(code)
        problem = f"oktmo_{wrong.value}" if wrong else "place_unknown"
        found = [code] if code in places.codes else []
        told, at = values["code"], heading(table, columns, "code")
    else:
        told = ", ".join(filter(None, (values["name"], values["district"])))
        found, at = places.by_name(values["name"], values["district"]), "name"
        at = heading(table, columns, at)
        problem = "place_ambiguous" if found else "place_unknown" if told else "empty"
    if len(found) == 1:
        return found[0]
    reading.faults.append(fault(row.line, problem, column=at, value=told))
    return None


def _figures(row: Row, table: Table, columns: Columns, year: int | None) -> Iterator[_Figure]:
    by_year = _year_columns(table)
    if by_year:
        for place, told in by_year.items():
            yield _Figure(table.header[place], told, row.cells[place])
        return
    values = columns.values(row)
    told = values["year"] if "year" in columns.places else str(year)
    yield _Figure(heading(table, columns, "people"), told, values["people"])


def _read(
    row: Row, code: str, figure: _Figure, reading: Reading, seen: set[tuple[str, int]]
) -> None:
    people = SPACES.sub("", figure.people)
    if people.casefold() in NO_DATA:
        reading.passed_over += 1
        return
    problem, value = _wrong(figure, people)
    if not problem:
        year = int(figure.year)
        if (code, year) in seen:
            problem, value = "duplicate", f"{code}, {year}"
    if problem:
        reading.faults.append(fault(row.line, problem, column=figure.column, value=value))
        return
    seen.add((code, year))
    number = int(re.split("[.,]", people)[0])
    reading.rows.append({"line": row.line, "code": code, "year": year, "people": number})


def _wrong(figure: _Figure, people: str) -> tuple[str, str]:
    year = figure.year.strip()
    if not (year.isdecimal() and year.isascii() and FIRST_YEAR <= int(year) <= LAST_YEAR):
        return "year_wrong", figure.year
    if not (people.isascii() and WHOLE.match(people)):
        return "number_wrong", figure.people
    if int(re.split("[.,]", people)[0]) > MOST_PEOPLE:
        return "number_too_large", figure.people
    return "", ""
