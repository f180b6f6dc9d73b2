"""A sent file as passports of text cells: a workbook of ours, one flat list, a folder of DOCX."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rost.core.tables import (
    Limits,
    Row,
    Table,
    match_columns,
    read_sheets,
    read_table,
    with_found_header,
)
from rost.directory.queries.imports import ImportFault, fault
from rost.library.rules.exchange.book import FLAT, MAIN, ROW_SHEETS, TOLD, sheet_named

ZIP = b"PK\3\4"
TITLED = {**MAIN, **FLAT}
READ = {**TITLED, **TOLD}
MOST_PRACTICES = 500


@dataclass(slots=True)
class Raw:
    """One passport as text; `line` is that of its row, or its place in the folder."""

    line: int
    values: dict[str, str]
    rows: dict[str, list[tuple[int, dict[str, str]]]] = field(default_factory=dict)
    file: str = ""


@dataclass(slots=True)
class Sent:
    """What a file holds; `unknown` are headings that name nothing of a passport."""

    raws: list[Raw] = field(default_factory=list)
    faults: list[ImportFault] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)  # field → as the list heads it


def read_tables(data: bytes, name: str, limits: Limits) -> Sent:
    """An XLSX workbook or a CSV list; TableRefused where it is neither."""
    if not data.startswith(ZIP):
        return from_tables([tidy(read_table(data, name, limits=limits))])
    return from_tables([tidy(one) for one in read_sheets(data, limits=limits)])


def tidy(table: Table) -> Table:
    """Outer spaces carry nothing in any cell of a passport."""
    rows = tuple(Row(one.line, tuple(cell.strip() for cell in one.cells)) for one in table.rows)
    header = tuple(cell.strip() for cell in table.header)
    return Table(header, rows, table.header_line, table.sheet)


def from_tables(tables: list[Table]) -> Sent:
    """The sheet of practices is the one named so, or the first that has titles of practices."""
    sent = Sent()
    main = main_table(tables)
    if main is None:
        sent.faults.append(fault(tables[0].header_line, "column_missing", value="title"))
        return sent
    columns = match_columns(main.header, READ)
    sent.unknown = list(columns.unknown)
    sent.headings = {name: main.header[place] for name, place in columns.places.items()}
    joined: dict[str, Raw] = {}
    for row in main.rows:
        values = columns.values(row)
        raw = Raw(row.line, {key: text for key, text in values.items() if text})
        if not raw.values.keys() - {"key"}:
            continue
        key = values["key"]
        if key and key in joined:
            sent.faults.append(fault(row.line, "key_twice", value=key))
            continue
        joined[key or f"line {row.line}"] = raw
        sent.raws.append(raw)
    for table in tables:
        name = sheet_named(table.sheet)
        if name is not None and name in ROW_SHEETS:
            join_rows(sent, joined, table, name)
    return sent


def main_table(tables: Iterable[Table]) -> Table | None:
    headed = [with_found_header(one, READ) for one in tables]
    named = [one for one in headed if sheet_named(one.sheet) == "main"]
    for one in [*named, *headed]:
        if sheet_named(one.sheet) in ROW_SHEETS:
            continue
        if "title" in match_columns(one.header, READ).places:
            return one
    return None


def join_rows(sent: Sent, joined: Mapping[str, Raw], table: Table, name: str) -> None:
    """Rows of a sheet go to the practice with the same number in the first column."""
    columns = match_columns(table.header, ROW_SHEETS[name][1])
    for row in table.rows:
        values = columns.values(row)
        key = values.pop("key")
        raw = joined.get(key)
        if raw is None:
            said = f"{table.sheet}: {key}"
            sent.faults.append(fault(row.line, "key_unknown", column=table.sheet, value=said))
            continue
        raw.rows.setdefault(name, []).append((row.line, values))
