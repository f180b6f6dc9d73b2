"""One practice on its way in or out."""

from __future__ import annotations

from dataclasses import dataclass, field

from rost.core.conditions import Conditions
from rost.core.passport import Passport

Video = tuple[str, str]  # address, title


@dataclass(frozen=True, slots=True)
class Entry:
    """`number` is its number in the library; place, state and the like are told, never read."""

    passport: Passport
    conditions: Conditions = field(default_factory=Conditions)
    videos: tuple[Video, ...] = ()
    language: str = "ru"
    shows_contact: bool = False
    number: int | None = None
    place: str = ""
    district: str = ""
    state: str = ""
    evidence: str = ""
    sealed_until: str = ""
