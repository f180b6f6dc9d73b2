"""A problem of the core with all that leads back from it to the forum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from rost.core.programme.model import Programme, Session
from rost.core.scheduling import Placement, Problem

from .clock import Clock


class Why(StrEnum):
    """Why a session cannot stand anywhere, known before anything is solved."""

    HALL = "hall"  # no hall is large enough and has the equipment
    ROUTE = "route"  # an off-site visit without a route that has the seats
    LENGTH = "length"  # longer than any piece of any day
    HOURS = "hours"  # earliest and latest leave no time
    DROPPED = "dropped"  # somebody in it does not come


@dataclass(frozen=True, slots=True)
class Unplaceable:
    code: str
    why: Why
    people: int = 0  # expected
    equipment: tuple[str, ...] = ()
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """`aside`: sessions that stand as they do (begun, or outside the pieces of the days) and only
    take halls and people; `hint`: where the draft has what is to be placed."""

    problem: Problem
    clock: Clock
    programme: Programme
    unplaceable: tuple[Unplaceable, ...] = ()
    aside: tuple[str, ...] = ()
    hint: Mapping[str, Placement] = field(default_factory=dict)

    @property
    def draft(self) -> dict[str, Any]:
        return draft_of(self.programme)


def place_key(session: Session) -> str:
    if session.hall:
        return f"hall:{session.hall}"
    return f"route:{session.route}" if session.route else ""


def draft_of(programme: Programme) -> dict[str, Any]:
    """Where each session stands: by this it is known later what was moved by hand."""
    return {
        one.code: [one.title, one.start.isoformat() if one.start else "", place_key(one)]
        for one in programme.sessions
    }


def moment_of(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
