"""What a printed programme says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One person in a session: «модератор», name, post, topic, minutes («15 мин»)."""

    part: str
    name: str
    post: str
    topic: str
    minutes: str


@dataclass(frozen=True, slots=True)
class Session:
    time: str  # "10:00–11:30"
    title: str
    form: str
    where: str
    track: str
    colour: str
    parts: tuple[Part, ...]
    broadcast: str
    is_break: bool
    language: str  # of the title, where it is not that of the paper


@dataclass(frozen=True, slots=True)
class Day:
    title: str  # "18 февраля 2020 г., вторник"
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    event: str
    dates: str
    place: str
    timezone: str  # "время уфимское, МСК+2"
    version: str  # "утверждена 10 февраля 2020 г., версия 3" or "проект"
    days: tuple[Day, ...]
