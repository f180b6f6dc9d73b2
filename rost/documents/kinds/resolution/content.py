"""What the resolution of a forum says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """One point: «1.2», who, what, by when, how it will be seen; empty parts are left out."""

    number: str
    who: str
    text: str
    due: str
    indicator: str


@dataclass(frozen=True, slots=True)
class Group:
    number: str
    title: str  # the track
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """All texts stand ready in the language of the paper; `wording` is paragraphs in order."""

    event: str
    date: str
    place: str
    wording: tuple[str, ...]
    groups: tuple[Group, ...]
    reports: tuple[Point, ...]  # what an earlier forum left open: to be reported on
    signatory_post: str
    signatory_name: str
    demonstration: bool
