"""What an act of destruction of personal data says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActLine:
    title: str  # the class of data
    basis: str
    rows: int


@dataclass(frozen=True, slots=True)
class DestructionAct:
    number: str
    date: str
    time: str
    place: str
    by: str
    reason: str
    lines: tuple[ActLine, ...]
    total: str
