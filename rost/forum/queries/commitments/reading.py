"""A table of commitments: rows ready to be noted, and what is wrong with the rest."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import uuid5

from django.conf import settings

from rost.core.language import fold
from rost.core.tables import Limits, match_columns, read_table, with_found_header
from rost.directory.queries.imports import Reading, fault
from rost.directory.queries.imports.model import heading
from rost.forum.models import CommitmentKind, Edition, Session
from rost.forum.queries.exchange import OF_EDITIONS

from .promisers import promiser_by_text

WANTED = {
    "text": ("обязательство", "что обещано", "содержание", "йөкләмә", "commitment", "text"),
    "promiser": ("кто", "кто обещал", "ответственный", "исполнитель", "кем", "who"),
    "due_on": ("срок", "до какого дня", "дата исполнения", "к сроку", "by when", "due"),
    "session": ("код мероприятия", "мероприятие", "секция", "сара", "session"),
    "indicator": ("показатель", "күрһәткес", "indicator"),
    "evidence_wanted": ("подтверждение", "чем подтверждается", "evidence"),
    "kind": ("вид", "kind"),
}
MATERIALS = {"материалы", "материал", "материалдар", "materials"}
FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y")
MOST_ROWS = 1_000
LONGEST = {"text": 2000, "promiser": 300, "indicator": 300, "evidence_wanted": 300}


def read_commitments(data: bytes, name: str, *, edition: Edition, day: date) -> Reading:
    read = read_table(data, name, limits=Limits(size=settings.UPLOAD_LIMIT, rows=MOST_ROWS))
    table = with_found_header(read, WANTED)
    columns = match_columns(table.header, WANTED)
    reading = Reading()
    for field in ("text", "promiser", "due_on"):
        if field not in columns.places:
            reading.faults.append(fault(table.header_line, f"no_{field}_column"))
    if reading.faults:
        return reading
    sessions = sessions_by_text(edition)
    seen: dict[str, int] = {}
    for row in table.rows:
        values = {field: value.strip() for field, value in columns.values(row).items()}
        if not any(values.values()):
            continue
        faults = list(faults_of(values, sessions))
        key = fold(f"{values['promiser']}|{values['text']}")
        if not faults and seen.setdefault(key, row.line) != row.line:
            faults.append(("repeated_line", "text", str(seen[key])))
        for code, field, value in faults:
            column = heading(table, columns, field)
            reading.faults.append(fault(row.line, code, column=column, value=value))
        if not faults:
            reading.rows.append(ready(row.line, values, sessions, edition, day))
    return reading


def faults_of(values: dict[str, str], sessions: dict[str, Session]) -> list[tuple[str, str, str]]:
    found = [
        ("too_long", field, values[field])
        for field, most in LONGEST.items()
        if len(values[field]) > most
    ]
    found += [
        (f"{field}_missing", field, "") for field in ("text", "promiser") if not values[field]
    ]
    if not values["due_on"]:
        found.append(("due_missing", "due_on", ""))
    elif day_of(values["due_on"]) is None:
        found.append(("due_wrong", "due_on", values["due_on"]))
    if values["session"] and fold(values["session"]) not in sessions:
        found.append(("session_unknown", "session", values["session"]))
    if is_materials(values) and not values["session"]:
        found.append(("session_missing", "session", ""))
    return found


def ready(
    line: int, values: dict[str, str], sessions: dict[str, Session], edition: Edition, day: date
) -> dict[str, Any]:
    """Plain values; the same line of the same forum sent again is the same line."""
    session = sessions.get(fold(values["session"]))
    who = promiser_by_text(edition, session, values["promiser"], day)
    due = day_of(values["due_on"])
    assert due is not None
    key = fold(f"{edition.pk}|{values['promiser']}|{values['text']}|{due}")
    return {
        "line": line,
        "guid": str(uuid5(OF_EDITIONS, key)),
        "text": values["text"],
        "promiser": who.written,
        "person": who.person.pk if who.person else None,
        "organisation": who.organisation.pk if who.organisation else None,
        "municipality": who.municipality.pk if who.municipality else None,
        "due_on": due.isoformat(),
        "session": session.code if session else "",
        "session_title": session.title if session else "",
        "kind": CommitmentKind.MATERIALS if is_materials(values) else CommitmentKind.COMMITMENT,
        "indicator": values["indicator"],
        "evidence_wanted": values["evidence_wanted"],
    }


def is_materials(values: dict[str, str]) -> bool:
    return fold(values["kind"]) in MATERIALS


def sessions_by_text(edition: Edition) -> dict[str, Session]:
    """By code and by title, as people write them."""
    rows = list(Session.objects.filter(edition=edition))
    return {fold(one.title): one for one in rows} | {fold(one.code): one for one in rows}


def day_of(text: str) -> date | None:
    for form in FORMATS:
        try:
            found = datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
        return found if 1990 <= found.year <= 2100 else None
    return None
