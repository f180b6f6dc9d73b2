"""Reading where centres lie: a code, degrees north, degrees east."""

from __future__ import annotations

from typing import IO

from rost.core.codes import clean
from rost.core.tables import match_columns
from rost.directory.models import Municipality
from rost.directory.queries.imports.model import Reading, fault

from .figures import number_of
from .opening import lines_of

WANTED = {
    "code": ("код", "октмо", "oktmo", "код октмо", "code"),
    "latitude": ("широта", "lat", "latitude"),
    "longitude": ("долгота", "lon", "lng", "long", "longitude"),
}
MOST = {"latitude": 90, "longitude": 180}


def read_locations(sent: IO[bytes], name: str) -> Reading:
    reading = Reading()
    lines = lines_of(sent, name)
    line, header = next(lines, (1, [""]))
    columns = match_columns(header, WANTED)
    for field in columns.missing:
        reading.faults.append(fault(line, "column_missing", value=field))
    if reading.faults:
        return reading
    codes = set(Municipality.objects.values_list("code", flat=True))
    seen: set[str] = set()
    for line, cells in lines:
        values = {name: cells[p] if p < len(cells) else "" for name, p in columns.places.items()}
        code = clean(values["code"])[:8]
        if code not in codes:
            reading.faults.append(fault(line, "place_unknown", value=values["code"]))
        elif code in seen:
            reading.faults.append(fault(line, "duplicate", value=code))
        else:
            seen.add(code)
            _read(line, code, values, reading)
    return reading


def _read(line: int, code: str, values: dict[str, str], reading: Reading) -> None:
    row: dict[str, object] = {"line": line, "code": code}
    for name, most in MOST.items():
        degrees = number_of(values[name])
        if degrees is None or abs(degrees) > most:
            reading.faults.append(fault(line, "degrees_wrong", column=name, value=values[name]))
            return
        row[name] = degrees
    reading.rows.append(row)
