"""A day in an address: 2020-02-18."""

from __future__ import annotations

from datetime import date


class DayConverter:
    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)  # ValueError, and so no match, for 2020-02-31

    def to_url(self, value: date) -> str:
        return value.isoformat()
