"""Reading the official classifier of municipal territories (OKTMO) as it is published.

Rosstat publishes it as a semicolon-separated list without headings (region, three groups of the
code, control digit, section, name, centre …); ministries pass it on as sheets with the code in
one column, with or without spaces and the control digit behind. All of these are read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from rost.core.codes import check_oktmo, clean, parse_oktmo
from rost.core.tables import (
    Columns,
    Row,
    Table,
    match_columns,
    read_table,
    with_found_header,
)
from rost.directory.models import Kind, Municipality

from .limits import limits
from .model import Reading, fault, heading

WANTED = {
    "code": (
        "код",
        "октмо",
        "код октмо",
        "код по октмо",
        "oktmo",
        "code",
        "код территории",
        "код муниципального образования",
    ),
    "ter": ("ter", "тер", "код региона"),
    "kod1": ("kod1", "код1"),
    "kod2": ("kod2", "код2"),
    "kod3": ("kod3", "код3"),
    "control": ("кч", "kc", "контрольное число", "контрольный разряд", "control"),
    "name": (
        "наименование",
        "name1",
        "name",
        "название",
        "наименование территории",
        "наименование муниципального образования",
        "муниципальное образование",
        "наименование раздела",
    ),
    "centre": (
        "centrum",
        "центр",
        "административный центр",
        "дополнительные данные",
        "наименование административного центра",
        "centre",
    ),
}
PUBLISHED = ("ter", "kod1", "kod2", "kod3", "control", "section", "name", "centre")
PUBLISHED_DIGITS = (2, 3, 3, 3, 1, 1)
NAME_SIGNS, OFFICIAL_SIGNS, CENTRE_SIGNS, CENTRE_TYPE_SIGNS = 200, 300, 120, 20
WITH_CONTROL = {9, 12}
KNOWN = {kind.value for kind in Kind}
KIND_WORDS = (
    (re.compile(r"\s+муниципальный район\b", re.IGNORECASE), " район"),
    (
        re.compile(
            r"^(городской округ|(сельское|городское) поселение|муниципальный район)\s+",
            re.IGNORECASE,
        ),
        "",
    ),
)
CENTRE = re.compile(r"^(г|с|д|п|пос|рп|пгт|дп|кп|х|ст-ца|ст|аул|м|у|нп)\.?\s+(?P<name>.+)$")


def read_classifier(data: bytes, name: str) -> Reading:
    """Municipalities in the list, ready to be written, and what is wrong with the rest."""
    table, columns = _understood(read_table(data, name, limits=limits()))
    reading = Reading()
    for field in _missing(columns):
        reading.faults.append(fault(table.header_line, "column_missing", value=field))
    if reading.faults:
        return reading
    seen: dict[str, int] = {}
    for row in table.rows:
        _read(row, table, columns, reading, seen)
    _check_parents(reading)
    return reading


def _understood(table: Table) -> tuple[Table, Columns]:
    """The table with its columns found; the published list has no headings of its own."""
    if _is_published(table.header):
        first = Row(table.header_line, table.header)
        names = PUBLISHED + ("",) * (len(table.header) - len(PUBLISHED))
        table = replace(table, header=names[: len(table.header)], rows=(first, *table.rows))
    table = with_found_header(table, WANTED)
    return table, match_columns(table.header, WANTED)


def _is_published(cells: tuple[str, ...]) -> bool:
    start = cells[: len(PUBLISHED_DIGITS)]
    return len(cells) > len(PUBLISHED_DIGITS) and all(
        cell.isdecimal() and len(cell) <= digits
        for cell, digits in zip(start, PUBLISHED_DIGITS, strict=True)
    )


def _missing(columns: Columns) -> list[str]:
    parts = all(part in columns.places for part in ("ter", "kod1", "kod2"))
    missing = [] if parts or "code" in columns.places else ["code"]
    return missing + ([] if "name" in columns.places else ["name"])


def _read(row: Row, table: Table, columns: Columns, reading: Reading, seen: dict[str, int]) -> None:
    values = columns.values(row)
    code, control = _code(values)
    at = heading(table, columns, "code" if "code" in columns.places else "kod1")
    wrong = check_oktmo(code, control or None)
    if wrong is not None:
        reading.faults.append(
            fault(row.line, f"oktmo_{wrong.value}", column=at, value=f"{code} {control}".strip())
        )
        return
    parsed = parse_oktmo(code)
    if parsed.kind.value not in KNOWN:
        reading.passed_over += 1  # a locality, a heading of the classifier, land between places
        return
    if parsed.code in seen:
        said = f"{parsed.code} ({seen[parsed.code]})"
        reading.faults.append(fault(row.line, "duplicate", column=at, value=said))
        return
    seen[parsed.code] = row.line
    official = values["name"].rstrip(" /")
    at = heading(table, columns, "name")
    if not official or len(official) > OFFICIAL_SIGNS:
        code_of_fault = "too_long" if official else "empty"
        reading.faults.append(fault(row.line, code_of_fault, column=at, value=official))
        return
    entry = {"line": row.line, "code": parsed.code, "kind": parsed.kind.value}
    entry |= {"parent": parsed.parent, "official_name": official, "name": short_name(official)}
    reading.rows.append(entry | _centre(values["centre"]))


def _code(values: dict[str, str]) -> tuple[str, str]:
    """The code and its control digit, which may stand in a column or behind the code."""
    control = clean(values["control"])
    if values["ter"] and values["kod1"]:
        parts = (("ter", 2), ("kod1", 3), ("kod2", 3), ("kod3", 3))
        code = "".join(clean(values[name]).zfill(digits) for name, digits in parts)
        return (code.removesuffix("000") if len(code) == 11 else code), control
    code = clean(values["code"]).replace("-", "")
    if len(code) in WITH_CONTROL and not control:
        return code[:-1], code[-1]
    if len(code) == 11 and code.endswith("000"):
        return code[:8], control
    return code, control


def short_name(official: str) -> str:
    """The name for screens: without the words that only say the kind."""
    name = official
    for pattern, instead in KIND_WORDS:
        name = pattern.sub(instead, name)
    return (name[:1].upper() + name[1:] if name[:5] != "город" else name)[:NAME_SIGNS]


def _centre(text: str) -> dict[str, str]:
    text = text.strip()
    found = CENTRE.match(text)
    if found is None:
        return {"centre_type": "", "centre_name": text[:CENTRE_SIGNS]}
    return {
        "centre_type": found.group(1)[:CENTRE_TYPE_SIGNS],
        "centre_name": found.group("name")[:CENTRE_SIGNS],
    }


def _check_parents(reading: Reading) -> None:
    """A parent stands in the same list or in the register; whatever lies under none is refused."""
    good: dict[str, dict[str, Any]] = {row["code"]: row for row in reading.rows}
    named = {row["parent"] for row in reading.rows if row["parent"]}
    known = set(Municipality.objects.filter(code__in=named).values_list("code", flat=True))
    orphans = [row for row in reading.rows if not _has_parents(row, good, known)]
    for row in orphans:
        reading.faults.append(fault(row["line"], "parent_unknown", value=row["parent"]))
    lost = {row["code"] for row in orphans}
    reading.rows = [row for row in reading.rows if row["code"] not in lost]
    reading.faults.sort(key=lambda one: one["line"])


def _has_parents(row: dict[str, Any], good: dict[str, dict[str, Any]], known: set[str]) -> bool:
    while row["parent"] and row["parent"] not in known:
        if row["parent"] not in good:
            return False
        row = good[row["parent"]]
    return True
