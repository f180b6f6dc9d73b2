"""Figures as JSON and back, exactly: what is frozen today is read the same in ten years."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date
from typing import Any

from .model import Certificates, DayLine, Figures, Line, SessionLine

FORMAT = 1


def dump(figures: Figures) -> dict[str, Any]:
    """Plain values; days as ISO dates."""
    plain = asdict(figures)
    for name in ("days", "sessions"):
        plain[name] = [one | {"day": one["day"].isoformat()} for one in plain[name]]
    for name in ("districts", "categories"):
        plain[name] = list(plain[name])
    return {"format": FORMAT, **plain}


def load(stored: dict[str, Any]) -> Figures:
    """What `dump` made; a figure that is unknown here is left out, a new one begins at nothing."""
    numbers = {
        one.name: int(stored.get(one.name, 0)) for one in fields(Figures) if one.type == "int"
    }
    return Figures(
        **numbers,
        certificates=Certificates(**_known(Certificates, stored["certificates"])),
        days=tuple(DayLine(**_dated(DayLine, one)) for one in stored["days"]),
        districts=tuple(Line(**_known(Line, one)) for one in stored["districts"]),
        categories=tuple(Line(**_known(Line, one)) for one in stored["categories"]),
        sessions=tuple(SessionLine(**_dated(SessionLine, one)) for one in stored["sessions"]),
    )


def _known(kind: Any, stored: dict[str, Any]) -> dict[str, Any]:
    names = {one.name for one in fields(kind)}
    return {name: value for name, value in stored.items() if name in names}


def _dated(kind: Any, stored: dict[str, Any]) -> dict[str, Any]:
    return _known(kind, stored) | {"day": date.fromisoformat(stored["day"])}
