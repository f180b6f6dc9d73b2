"""How long one person was where, by their marks."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from rost.core.attendance import solve
from rost.forum.models import Registration
from rost.forum.queries.attendance.marks import marks_of, rules_of, slots_of


def minutes_of(registration: Registration) -> dict[str, int]:
    """Minutes of one person in each session that counts, by its code; the marks of one alone."""
    edition = registration.edition
    marks = marks_of(edition, registration=registration.pk)
    if not marks:
        return {}
    zone = ZoneInfo(edition.timezone)
    found = solve(marks, slots_of(edition), rules_of(edition), zone=zone)
    return {code: minutes for one in found.values() for code, minutes in one.sessions.items()}
